"""The operators' verbs: each asks the agency that owns the data, or reads the journal on the bus."""
