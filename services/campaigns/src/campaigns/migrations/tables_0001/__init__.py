"""The tables of the first revision, one module a feature; they never change again."""
