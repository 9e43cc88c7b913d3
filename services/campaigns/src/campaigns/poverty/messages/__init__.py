"""What may be asked about the yearly review of poor and near-poor households, and how it is answered."""
