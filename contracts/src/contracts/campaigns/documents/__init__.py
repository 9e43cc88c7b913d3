"""What agencies promise each other about guiding documents: their contents, readers and withdrawal."""
