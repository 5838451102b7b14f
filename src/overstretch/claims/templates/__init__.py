"""One module per template; see docs/templates.md for how to add one."""
