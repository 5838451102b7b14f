"""A language model of the user's own as a second reader."""
