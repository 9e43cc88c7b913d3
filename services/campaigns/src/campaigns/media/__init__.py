"""Media: what the outlets publish, beside what the programme asks of them."""
