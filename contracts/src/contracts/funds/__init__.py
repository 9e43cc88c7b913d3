"""What the funds service promises: drives, pledges, donations and their ledger."""
