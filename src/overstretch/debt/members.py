"""Which allies the method is for."""

from __future__ import annotations

EURO_AREA = frozenset(
    ("BEL", "DEU", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "ITA", "LTU", "LUX", "LVA", "NLD", "PRT", "SVK", "SVN")
)
EUROPEAN_UNION = EURO_AREA | frozenset(("BGR", "CZE", "DNK", "HUN", "POL", "ROU", "SWE"))
