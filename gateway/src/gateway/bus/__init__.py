"""Calling services over RabbitMQ, and hearing what they entry."""
