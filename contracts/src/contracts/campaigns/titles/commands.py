"""What may be asked to be done: cultural titles of households and residential areas."""
