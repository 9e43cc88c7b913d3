"""The double-entry ledger of each fund."""
