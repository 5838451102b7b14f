"""A question put to simulated futures."""
