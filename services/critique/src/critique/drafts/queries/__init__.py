"""What is shown of drafts."""
