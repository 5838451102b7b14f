"""Which series a claim about a figure speaks of, what it is put to, and how it moves."""
