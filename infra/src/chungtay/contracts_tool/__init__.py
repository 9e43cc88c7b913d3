"""Keeping the frozen schemas, the examples and the AsyncAPI documents in step with the models."""
