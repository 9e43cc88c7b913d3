"""What the critique service tells the others: drafts, opinions on them, answers, promulgated texts."""
