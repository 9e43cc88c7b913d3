"""The few rules that several features of the service share."""
