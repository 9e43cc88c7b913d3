"""Cultural titles of households and residential areas: striven for, voted on, decided."""
