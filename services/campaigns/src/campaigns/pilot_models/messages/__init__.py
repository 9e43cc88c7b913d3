"""What may be asked of the feature «pilot_models»: commands, queries, and their answers."""
