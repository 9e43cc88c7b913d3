"""What may be asked of the feature «assignments»: commands, queries, and their answers."""
