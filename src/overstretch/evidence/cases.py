"""Every published comparison: one function per case, each giving rows of `scores.csv`. Laws are named once, in LAWS."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from overstretch.evidence import economy, hague, hazards, inputs, rivalries, rivals, series, wales
from overstretch.evidence import model as full_model
from overstretch.evidence.records import Row, compare_panel, windows

LAWS = {
    "pledge": "defence budgets of allies under a pledge",
    "reaction": "reaction of one side's spending to the other's",
    "reaction_richardson": "the same, in Richardson's freely estimated form (not used by the model)",
    "leader_exit": "exits of a leader by any route, by tenure and age",
    "leader_exit_irregular": "irregular exits alone",
    "leader_exit_regular": "regular exits alone",
    "leader_exit_natural": "deaths in office alone",
    "alliance_end": "ends of defence obligations by age",
    "growth": "growth of the baseline forecast, one year and less ahead",
    "inflation": "inflation of the baseline forecast, one year and less ahead",
    "russia_growth": "the same for Russia alone",
    "russia_inflation": "the same for Russia alone",
    "model_allies": "the full model's shares of the allies, as run at the cut-off",
    "model_growth_allies": "the full model's growth of the allies, on the days of three editions of the outlook",
    "model_key_rate": "the full model's key rate of Russia, quarterly cut-offs",
    "model_fund": "the full model's liquid wealth fund, quarterly cut-offs",
    "model_growth": "the full model's Russian growth on the year before, quarterly cut-offs",
    "model_rivalries": "the laws' burdens in three past rivalries, reconstructed cut-offs",
    "key_rate": "Russia's key rate as a mean-reverting rate",
    "wealth_fund": "Russia's liquid wealth fund as last year's draw carried on",
    "soviet_burden": "Soviet burden, straight trend in logs",
    "soviet_growth": "Soviet growth, straight trend",
}
NAIVE_PLEDGE = ("persistence", "drift", "linear to target", "proportional convergence")
INFORMED = (*NAIVE_PLEDGE, hague.PLANS)
HAGUE = "Hague 3.5%, 2025 and 2026"
HALVES = 20  # random halves of the announcers
NATO_SOURCE = "NATO 2024-06 (pseudo-vintage)"


def wales_pledge() -> list[Row]:
    """2% by 2024, forecast from each year of 2014-2023 to 2024: by years ahead, and each origin alone."""
    data = inputs.pledges()
    table = wales.backtest(
        inputs.edition("core_share", inputs.NATO_KNOWN)[data.known.columns], data.members, inputs.table("shock_history")
    )
    ahead = table["year"] - table["origin"]
    rows: list[Row] = []
    for first, last in wales.AHEAD:
        part = table[ahead.between(first, last)]
        part = part.assign(time=part["origin"] * 100 + part["year"] % 100)
        years = f"{first} year" if first == last == 1 else f"{first}-{last} years"
        rows += compare_panel(
            part, "pledge", f"Wales 2%, {years} ahead, ten origins", wales.LAW, NAIVE_PLEDGE,
            "ally", "time", 3, part["ally"].nunique(), NATO_SOURCE,
        )  # fmt: skip
    best = table[table["metric"] != "brier"]
    for origin, part in best.groupby("origin"):
        rows += compare_panel(
            part, "pledge", f"Wales 2%, from {origin}", wales.LAW, ("persistence", "proportional convergence"),
            "ally", "year", 3, part["ally"].nunique(), NATO_SOURCE,
        )  # fmt: skip
    return rows


def hague_pledge() -> list[Row]:
    """3.5% by 2035, forecast at 2025-07-03, scored on 2025 and 2026 in the edition of July 2026."""
    data = inputs.pledges()
    table = hague.backtest(data.known, data.later, data.members, inputs.table("shock_history"), data.plans)
    return _hague_rows(table, "pledge", hague.LAW)


def hague_without() -> list[Row]:
    """The same where plans are missing: half of them drawn away at random, and each ally's own left out."""
    data, history, told = inputs.pledges(), inputs.table("shock_history"), inputs.announcers()
    world = data.known, data.later, data.members, history
    allies = [a for a in told if a in data.known.columns]
    half = hague.halves(*world, inputs.own_plans, told, HALVES)
    out = hague.left_out(*world, data.plans, inputs.own_plans, allies)
    return _hague_rows(half, "pledge", hague.LAW, f"{HAGUE}, half of the plans, {HALVES} draws") + _hague_rows(
        out, "pledge", hague.LAW, f"{HAGUE}, own plan left out"
    )


def _hague_rows(table: pd.DataFrame, law: str, model: str, case: str = HAGUE) -> list[Row]:
    source = "NATO and plans known, 2026-07 scored"
    return compare_panel(table, law, case, model, INFORMED, "ally", "year", 2, table["ally"].nunique(), source)


def rival_spending() -> list[Row]:
    """Three pairs of rivals, rolling origin, 1, 3 and 5 years ahead."""
    outlays = rivals.real_log_outlays(inputs.rival_outlays(), inputs.dollar_prices())
    table = rivals.backtest(outlays)
    rows: list[Row] = []
    for horizon, part in table.groupby("horizon"):
        years = part.groupby("actor")["origin"].nunique()
        n = sum(windows(int(y), int(horizon), 1) for y in years)  # type: ignore[call-overload]
        for law, model in (("reaction", rivals.LAW), ("reaction_richardson", rivals.RICHARDSON)):
            rows += compare_panel(
                part, law, f"three rivalries, {horizon} years ahead", model, ("random walk", "drift"),
                "pair", "origin", 5, n, "COW 7.0 (Pakistan 6.0), US consumer prices",
            )  # fmt: skip
    return rows


def leader_exits() -> list[Row]:
    """Archigos 1946-1990 for 1991-2015: hazards by tenure and age against constant ones."""
    table = inputs.table("leader_cells")
    routes = {
        "leader_exit": list(hazards.ROUTES),
        **{f"leader_exit_{r}": [r] for r in ("irregular", "regular", "natural")},
    }
    return [
        _hazard_row(
            law,
            "leaders 1991-2015",
            hazards.score_cells(table, ["tenure", "age"], events, "state"),
            "Archigos 4.1, counts",
        )
        for law, events in routes.items()
    ]


def alliance_ends() -> list[Row]:
    """ATOP defence pairs 1946-1989 for 1990-2017: hazard by age against a constant one; n: signings with an end."""
    table = inputs.table("alliance_cells")
    score = hazards.score_cells(table, ["age"], ["ends"], "signing")
    ended = table[(table["period"] == "1990-2017") & (table["ends"] > 0)]["signing"].nunique()
    return [_hazard_row("alliance_end", "defence pairs 1990-2017", score._replace(events=ended), "ATOP 5, counts")]


def _hazard_row(law: str, case: str, score: hazards.HazardScore, source: str) -> Row:
    return {
        "law": law, "case": case, "metric": "log loss per 1000 years", "n": score.events, "model_score": score.law,
        "baseline": "constant hazard", "baseline_score": score.rival, "lower": score.difference.lower,
        "upper": score.difference.upper, "better": "lower", "source": source,
    }  # fmt: skip


def outlook() -> list[Row]:
    """Growth and inflation in the World Economic Outlook: allies with Russia and Ukraine, and Russia alone."""
    rows: list[Row] = []
    for law, variable in (("growth", "gdp_growth"), ("inflation", "inflation_cpi")):
        vintages, latest = inputs.outlooks(variable)
        table = economy.backtest(economy.errors(vintages, latest, economy.LAST_OUTCOME))
        for lead, part in table.groupby("lead"):
            n, source = part["iso3"].nunique(), "IMF WEO 2023-10 to 2024-10, outcome 2025-10"
            rows += compare_panel(
                part, law, f"outlook, {lead}", economy.LAW, (economy.PERSISTENCE,), "iso3", "vintage", 1, n, source
            )
        russia = table[table["iso3"] == "RUS"].assign(key=lambda t: t["vintage"] + "/" + t["year"].astype(str))
        rows += compare_panel(
            russia, f"russia_{law}", "outlook, all leads", economy.LAW, (economy.PERSISTENCE,),
            "iso3", "key", 1, russia["year"].nunique(), source,
        )  # fmt: skip
    return rows


def key_rate() -> list[Row]:
    """Quarterly key rate since 2013, rolling origin."""
    values = inputs.key_rate_by_quarter().to_numpy()
    models: dict[str, series.Model] = {"law": series.mean_reversion, "persistence": series.persistence}
    table = series.rolling(values, models, (1, 4, 8), 12)
    return _single("key_rate", "key rate, {} quarters ahead", table, "Bank of Russia")


def wealth_fund() -> list[Row]:
    """Monthly liquid part of the National Wealth Fund since October 2022, rolling origin."""
    values = inputs.series("nwf_liquid", "RUS").to_numpy()
    models: dict[str, series.Model] = {"law": series.recent_drift, "persistence": series.persistence}
    table = series.rolling(values, models, (1, 6, 12), 13)
    return _single("wealth_fund", "liquid fund, {} months ahead", table, "Finance Ministry of Russia")


def _single(law: str, case: str, table: pd.DataFrame, source: str) -> list[Row]:
    rows: list[Row] = []
    for horizon, part in table.assign(unit=0).groupby("horizon"):
        ahead = int(horizon)  # type: ignore[call-overload]
        n = windows(part["origin"].nunique(), ahead, 1)
        rows += compare_panel(
            part, law, case.format(ahead), "law", ("persistence",), "unit", "origin", max(ahead, 2), n, source
        )
    return rows


def soviet_union() -> list[Row]:
    """Fitted to 1960-1985, scored on 1986-1991; the burden only to 1988, where COW revalues the series."""
    burden, growth = inputs.soviet()
    models: dict[str, series.Model] = {
        "law": series.trend,
        "persistence": series.persistence,
        "past mean": series.past_mean,
    }
    rows: list[Row] = []
    cases = (
        ("soviet_burden", "Soviet burden 1986-1988", burden, 1988, "COW outlays over CEPII GDP"),
        ("soviet_growth", "Soviet growth 1986-1991", growth, 1991, "Maddison 2020"),
    )
    for law, case, values, last, source in cases:
        later = values.loc[1986:last].to_numpy()
        table = series.from_one_origin(values.loc[1960:1985].to_numpy(), later, models).assign(unit=0)
        rows += compare_panel(table, law, case, "law", ("persistence", "past mean"), "unit", "horizon", 2, 1, source)
    return rows


def model_allies() -> list[Row]:
    """The full model at 2025-07-03, changes to 2025 and 2026: what users are shown, scored. Slow: compiles the model."""
    data = inputs.pledges()
    draws = full_model.ally_shares(hague.YEARS, [a for a in data.known.columns if data.members[a] <= hague.LAST])
    table = hague.backtest(data.known, data.later, data.members, inputs.table("shock_history"), data.plans, draws)
    return _hague_rows(table, "model_allies", hague.MODEL)


def model_growth_allies() -> list[Row]:
    """The full model's growth of the year under way and the next; the edition of 2023-10 fitted its error. Slow."""
    rows: list[Row] = []
    for (edition, year), part in full_model.allies_growth().groupby(["edition", "year"]):
        fitted = " (fitted on it)" if edition == "2023-10" else ""
        rows += compare_panel(
            part, "model_growth_allies", f"growth of {year}, edition {edition}{fitted}", full_model.LAW,
            (full_model.AS_SAID, full_model.PERSISTENCE), "ally", "year", 1, part["ally"].nunique(), "IMF WEO editions, outcome 2025-10",
        )  # fmt: skip
    return rows


def model_rivalries() -> list[Row]:
    """The laws on the Cold War, Greece and Turkey, India and Pakistan: burdens 5 and 10 years ahead. Slow."""
    table = rivalries.burdens()
    rows: list[Row] = []
    for (name, ahead), part in table.groupby(["system", "ahead"]):
        cutoffs = part["cutoff"].nunique()
        rows += compare_panel(
            part, "model_rivalries", f"{name}, {ahead} years ahead", rivalries.LAW, (rivalries.PERSISTENCE,),
            "actor", "cutoff", 1, part["actor"].nunique(), f"COW burdens, {cutoffs} reconstructed cut-offs",
        )  # fmt: skip
    return rows


def model_russia() -> list[Row]:
    """The full model at quarterly cut-offs, one and four quarters ahead, against persistence. Slow."""
    table = full_model.russia()
    rows: list[Row] = []
    for (law, ahead), part in table.groupby(["law", "ahead"]):
        n = windows(part["cutoff"].nunique(), int(ahead), 1)
        case = f"{ahead} quarter{'s' if ahead > 1 else ''} ahead, {part['cutoff'].nunique()} cut-offs to 2026-01"
        block = min(int(ahead), part["cutoff"].nunique())
        rows += compare_panel(
            part.assign(unit=0), str(law), case, full_model.LAW, (full_model.PERSISTENCE,), "unit", "cutoff", block, n,
            "facts of the day, later facts scored",
        )  # fmt: skip
    return rows


CASES: dict[str, Callable[[], list[Row]]] = {
    "wales": wales_pledge,
    "hague": hague_pledge,
    "hague_without": hague_without,
    "rivals": rival_spending,
    "leaders": leader_exits,
    "alliances": alliance_ends,
    "outlook": outlook,
    "key_rate": key_rate,
    "wealth_fund": wealth_fund,
    "soviet": soviet_union,
    "model_allies": model_allies,
    "model_growth_allies": model_growth_allies,
    "model_rivalries": model_rivalries,
    "model_russia": model_russia,
}
