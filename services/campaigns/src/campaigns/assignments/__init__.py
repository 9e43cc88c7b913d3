"""Assignments: proposed after a consultation, agreed, carried out, handed down, rolled up."""
