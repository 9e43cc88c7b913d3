"""The coordination programme as a document that two parties sign."""
