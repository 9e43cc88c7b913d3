"""A room of the campaigns service: units on the way to a standard (NTM, NTM-KM, DTVM, TCPL)."""
