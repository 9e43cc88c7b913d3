"""The register of households: read from the lists of communes, and kept apart from what events carry."""
