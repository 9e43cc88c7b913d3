"""The campaigns of the Front and its member organisations, and the movements they answer."""
