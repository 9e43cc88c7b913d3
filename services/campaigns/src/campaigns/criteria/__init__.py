"""The criteria sets in their versions: those of the reference data, and those that drafts brought."""
