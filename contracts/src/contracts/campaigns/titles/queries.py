"""What may be asked: cultural titles of households and residential areas."""
