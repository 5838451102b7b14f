"""Figures derived from a source's own figures: net interest and the net effective rate of a WEO edition."""

from __future__ import annotations

import pandas as pd


def net_interest(primary: pd.DataFrame, overall: pd.DataFrame) -> pd.DataFrame:
    """Net interest, % of GDP: primary less overall balance (both year x entity, % of GDP)."""
    return primary - overall


def net_effective_rate(
    primary: pd.DataFrame, overall: pd.DataFrame, debt: pd.DataFrame, gdp: pd.DataFrame
) -> pd.DataFrame:
    """Net interest in money over last year's gross debt in money, %.

    All year x entity with consecutive years; `debt` in % of GDP, `gdp` in national currency. The rate is net of
    interest income: below the gross implicit rate, and odd for net creditors.
    """
    money = net_interest(primary, overall) * gdp
    return 100 * money / (debt * gdp).shift(1)
