"""The chassis on which every agency's service is built; it holds no business word."""
