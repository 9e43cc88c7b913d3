"""The campaigns of the Front: launched in a unit, with the drives of funds that support them."""
