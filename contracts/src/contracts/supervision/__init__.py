"""What the supervision service promises: yearly plans, recommendations, documents to be supervised."""
