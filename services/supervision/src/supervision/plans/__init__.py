"""The supervision plan of a unit for a year: proposed, harmonised, agreed."""
