"""Fund for the Poor and its sister funds: drives, pledges, donations, receipts and a public ledger."""
