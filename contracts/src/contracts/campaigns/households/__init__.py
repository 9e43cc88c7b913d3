"""The campaigns service's promises about households: register, import, years."""
