"""The yearly review of poor and near-poor households, and the status that it alone gives a household."""
