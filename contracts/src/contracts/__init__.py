"""What the agencies of the programme promise each other: messages, errors, reference data."""
