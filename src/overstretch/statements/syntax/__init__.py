"""The parser, and small questions to its trees."""
