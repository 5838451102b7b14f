"""How a statement is attributed: cue, source and content, a module for each construction."""
