"""Consultations (hiệp thương) of the Front with its members about a campaign."""
