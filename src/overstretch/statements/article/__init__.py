"""One article: its shape, its people, its statements from first to last."""
