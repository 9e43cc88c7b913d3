"""Fund for the Poor and its sister funds: drives, pledges, gifts, receipts and a public ledger."""
