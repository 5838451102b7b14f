"""Statements across articles: the same one, replies, and where accounts differ."""
