"""Units on their way to a standard: registered, assessed, surveyed, recognised."""
