"""Where supervision keeps what it knows."""
