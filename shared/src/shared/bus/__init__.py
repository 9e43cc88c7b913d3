"""The bus: outbox, relay, inbox, processor, journal, topology."""
