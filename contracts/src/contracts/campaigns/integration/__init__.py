"""What agencies promise each other about plans that integrate the state's movements with the campaign."""
