"""The campaigns service's promises about models and how they spread."""
