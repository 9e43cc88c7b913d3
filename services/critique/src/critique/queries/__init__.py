"""What is shown of drafts and opinions."""
