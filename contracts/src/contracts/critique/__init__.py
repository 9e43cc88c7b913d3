"""What the critique service promises: drafts, the form of their critique, opinions and answers."""
