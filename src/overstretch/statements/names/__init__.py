"""Who is named: persons, offices, bodies, and who speaks."""
