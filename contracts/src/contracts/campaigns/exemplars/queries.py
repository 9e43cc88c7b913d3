"""What may be asked: outstanding exemplars and their commendation."""
