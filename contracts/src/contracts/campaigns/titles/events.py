"""What the service tells the others: cultural titles of households and residential areas."""
