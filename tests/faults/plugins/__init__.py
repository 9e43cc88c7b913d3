"""Bad plug-ins: services of other agencies that do what they should not."""
