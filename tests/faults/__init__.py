"""Faults done to the whole suite, and the accounting that says whether a fact was lost."""
