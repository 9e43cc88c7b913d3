"""What may be asked about cultural titles, and how it is answered."""
