"""From a file or address to a text."""
