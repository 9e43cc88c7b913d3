"""Households by opaque reference: what they register for a year of a campaign, and what they keep of it."""
