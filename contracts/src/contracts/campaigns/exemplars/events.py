"""What the service tells the others: outstanding exemplars and their commendation."""
