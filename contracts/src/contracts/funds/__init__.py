"""What the funds service promises: drives, pledges, gifts and their ledger."""
