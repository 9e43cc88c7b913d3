"""The kit's second group, as a module that a host can run."""

from shared.conformance.listener import listener

service = listener("second")
