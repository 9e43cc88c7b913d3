"""The acts on plans, one a file."""
