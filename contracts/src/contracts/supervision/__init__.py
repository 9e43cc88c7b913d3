"""What the supervision service tells the others: agreed plans, recommendations and their answers."""
