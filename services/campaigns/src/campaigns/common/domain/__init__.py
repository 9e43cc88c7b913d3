"""Rules of the business that several features share: places, days of the festival, the Front's bodies."""
