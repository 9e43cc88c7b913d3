"""What may be asked to be done: outstanding exemplars and their commendation."""
