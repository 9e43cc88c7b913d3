"""What agencies promise each other about responsibilities: carrying them out and handing them down."""
