"""Outreach: what is told, taught and agreed among people."""
