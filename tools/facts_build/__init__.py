"""Rebuild the project's tables of facts from the gathered material (see tools/build_facts.py)."""
