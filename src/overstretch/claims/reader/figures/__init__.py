"""Numbers of a sentence as it writes them: figures, ranges, counts, comparators, sizes of change."""
