"""The conformance kit: what every bus must do, whoever built it.

Whoever builds another bus, or runs ours on another broker or database, implements the port of
`shared.conformance.port`, gives it as the pytest fixture `bus`, and subclasses `BusConformance`
of `shared.conformance.suite` in a test module; pytest does the rest. The list is Watermill's
universal test of publishers and subscribers, and what an exchange between agencies adds to it:
effects exactly once, order per key, parking, replay. `shared.conformance.memory` is the smallest
example of a port, `shared.conformance.processes` runs hosts and relays on a real RabbitMQ.
"""
