"""Which of the programme's duties the scenarios show."""
