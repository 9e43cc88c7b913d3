"""A room of the campaigns service: cultural titles of households and residential areas."""
