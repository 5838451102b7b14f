"""Answers in words, as a table and as JSON."""
