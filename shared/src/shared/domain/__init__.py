"""Plain Python that the domain of a feature may import: lifecycles, facts, deadlines, text."""
