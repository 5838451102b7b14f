"""One family of errors for bad input: each says what, where, and what is accepted."""

from __future__ import annotations


class InputError(ValueError):
    """Something a user supplied cannot be used. The command line prints the message and exits with code 2."""
