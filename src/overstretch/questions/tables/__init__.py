"""A question put to what is known: figures of the tables, and past years."""
