"""The campaigns service's promises about cultural titles of households and residential areas."""
