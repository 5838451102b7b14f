"""A reading against hand-marked statements."""
