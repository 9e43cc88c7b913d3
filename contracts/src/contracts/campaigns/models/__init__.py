"""The campaigns service's promises about models, their replication, and sheets of good practice."""
