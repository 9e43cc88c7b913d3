"""How long the ten most used queries of the campaigns service take over a whole province's households."""
