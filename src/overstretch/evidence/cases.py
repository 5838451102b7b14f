"""Every published comparison: one function per case, each giving rows of `scores.csv`. Laws are named once, in LAWS."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd

from overstretch.evidence import economy, hague, hazards, inputs, rivalries, rivals, series, wales
from overstretch.evidence import model as full_model
from overstretch.evidence.records import Row, compare_panel

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
RIVAL_SOURCE = "COW 7.0 (Pakistan 6.0), US consumer prices"
OUTLOOK_SOURCE = "IMF WEO 2023-10 to 2024-10, outcome 2025-10"


def wales_pledge() -> list[Row]:
    """2% by 2024, forecast from each year of 2014-2023 to 2024: by years ahead, and each origin alone."""
    data = inputs.pledges()
    table = wales.backtest(data._replace(known=inputs.edition("core_share", inputs.NATO_KNOWN)[data.known.columns]))
    compared = partial(compare_panel, law="pledge", model=wales.LAW, unit="ally", block=3, source=NATO_SOURCE)
    ahead = table["year"] - table["origin"]
    rows: list[Row] = []
    for first, last in wales.AHEAD:
        part = table[ahead.between(first, last)]
        part = part.assign(time=part["origin"] * 100 + part["year"] % 100)
        years = f"{first} year" if first == last == 1 else f"{first}-{last} years"
        rows += compared(part, case=f"Wales 2%, {years} ahead, ten origins", rivals=NAIVE_PLEDGE, time="time")
    for origin, part in table[table["metric"] != "brier"].groupby("origin"):
        naive = ("persistence", "proportional convergence")
        rows += compared(part, case=f"Wales 2%, from {origin}", rivals=naive, time="year")
    return rows


def hague_pledge() -> list[Row]:
    """3.5% by 2035, forecast at 2025-07-03, scored on 2025 and 2026 in the edition of July 2026."""
    return _hague_rows(hague.backtest(inputs.pledges()), "pledge", hague.LAW)


def hague_without() -> list[Row]:
    """The same where plans are missing: half of them drawn away at random, and each ally's own left out."""
    data, told = inputs.pledges(), inputs.announcers()
    half = hague.halves(data, told, HALVES)
    out = hague.left_out(data, [a for a in told if a in data.known.columns])
    return _hague_rows(half, "pledge", hague.LAW, f"{HAGUE}, half of the plans, {HALVES} draws") + _hague_rows(
        out, "pledge", hague.LAW, f"{HAGUE}, own plan left out"
    )


def _hague_rows(table: pd.DataFrame, law: str, model: str, case: str = HAGUE) -> list[Row]:
    source = "NATO and plans known, 2026-07 scored"
    return compare_panel(table, law, case, model, INFORMED, "ally", "year", 2, source)


def rival_spending() -> list[Row]:
    """Three pairs of rivals, rolling origin, 1, 3 and 5 years ahead."""
    outlays = rivals.real_log_outlays(inputs.rival_outlays(), inputs.dollar_prices())
    table = rivals.backtest(outlays)
    rows: list[Row] = []
    for horizon, part in table.groupby("horizon"):
        years = part.groupby("actor")["origin"].nunique()
        n = sum(int(y) // int(horizon) for y in years)  # type: ignore[call-overload]  # windows that do not overlap
        for law, model in (("reaction", rivals.LAW), ("reaction_richardson", rivals.RICHARDSON)):
            case, naive = f"three rivalries, {horizon} years ahead", ("random walk", "drift")
            rows += compare_panel(part, law, case, model, naive, "pair", "origin", 5, RIVAL_SOURCE, n)
    return rows


def leader_exits() -> list[Row]:
    """Archigos 1946-1990 for 1991-2015: hazards by tenure and age against constant ones."""
    table = inputs.table("leader_cells")
    routes = {
        "leader_exit": list(hazards.ROUTES),
        **{f"leader_exit_{r}": [r] for r in ("irregular", "regular", "natural")},
    }
    found = {law: hazards.score_cells(table, ["tenure", "age"], events, "state") for law, events in routes.items()}
    return [_hazard_row(law, "leaders 1991-2015", score, "Archigos 4.1, counts") for law, score in found.items()]


def alliance_ends() -> list[Row]:
    """ATOP defence pairs 1946-1989 for 1990-2017: hazard by age against a constant one; n: signings with an end."""
    table = inputs.table("alliance_cells")
    score = hazards.score_cells(table, ["age"], ["ends"], "signing")
    ended = table[(table["period"] == "1990-2017") & (table["ends"] > 0)]["signing"].nunique()
    return [_hazard_row("alliance_end", "defence pairs 1990-2017", score._replace(events=ended), "ATOP 5, counts")]


def _hazard_row(law: str, case: str, score: hazards.HazardScore, source: str) -> Row:
    return {
        "law": law,
        "case": case,
        "metric": "log loss per 1000 years",
        "n": score.events,
        "model_score": score.law,
        "baseline": "constant hazard",
        "baseline_score": score.rival,
        "lower": score.difference.lower,
        "upper": score.difference.upper,
        "better": "lower",
        "source": source,
    }


def outlook() -> list[Row]:
    """Growth and inflation in the World Economic Outlook: allies with Russia and Ukraine, and Russia alone."""
    compared = partial(
        compare_panel, model=economy.LAW, rivals=(economy.PERSISTENCE,), unit="iso3", block=1, source=OUTLOOK_SOURCE
    )
    rows: list[Row] = []
    for law, variable in (("growth", "gdp_growth"), ("inflation", "inflation_cpi")):
        vintages, latest = inputs.outlooks(variable)
        table = economy.backtest(economy.errors(vintages, latest, economy.LAST_OUTCOME))
        for lead, part in table.groupby("lead"):
            rows += compared(part, law=law, case=f"outlook, {lead}", time="vintage")
        russia = table[table["iso3"] == "RUS"].assign(key=lambda t: t["vintage"] + "/" + t["year"].astype(str))
        years = russia["year"].nunique()
        rows += compared(russia, law=f"russia_{law}", case="outlook, all leads", time="key", n=years)
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
        n = part["origin"].nunique() // ahead  # windows that do not overlap
        block = max(ahead, 2)
        rows += compare_panel(
            part, law, case.format(ahead), "law", ("persistence",), "unit", "origin", block, source, n
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
        rows += compare_panel(table, law, case, "law", ("persistence", "past mean"), "unit", "horizon", 2, source)
    return rows


def model_allies() -> list[Row]:
    """The full model at 2025-07-03, changes to 2025 and 2026: what users are shown, scored. Slow: compiles the
    model."""
    data = inputs.pledges()
    draws = full_model.ally_shares(hague.YEARS, [a for a in data.known.columns if data.members[a] <= hague.LAST])
    return _hague_rows(hague.backtest(data, draws), "model_allies", hague.MODEL)


def model_growth_allies() -> list[Row]:
    """The full model's growth of the year under way and the next; the edition of 2023-10 fitted its error. Slow."""
    naive, source = (full_model.AS_SAID, full_model.PERSISTENCE), "IMF WEO editions, outcome 2025-10"
    rows: list[Row] = []
    for (edition, year), part in full_model.allies_growth().groupby(["edition", "year"]):
        case = f"growth of {year}, edition {edition}{' (fitted on it)' if edition == '2023-10' else ''}"
        rows += compare_panel(part, "model_growth_allies", case, full_model.LAW, naive, "ally", "year", 1, source)
    return rows


def model_rivalries() -> list[Row]:
    """The laws on the Cold War, Greece and Turkey, India and Pakistan: burdens 5 and 10 years ahead. Slow."""
    table = rivalries.burdens()
    rows: list[Row] = []
    for (name, ahead), part in table.groupby(["system", "ahead"]):
        case, naive = f"{name}, {ahead} years ahead", (rivalries.PERSISTENCE,)
        source = f"COW burdens, {part['cutoff'].nunique()} reconstructed cut-offs"
        rows += compare_panel(part, "model_rivalries", case, rivalries.LAW, naive, "actor", "cutoff", 1, source)
    return rows


def model_russia() -> list[Row]:
    """The full model at quarterly cut-offs, one and four quarters ahead, against persistence. Slow."""
    compared = partial(
        compare_panel, model=full_model.LAW, rivals=(full_model.PERSISTENCE,), unit="unit", time="cutoff"
    )
    table, source = full_model.russia(), "facts of the day, later facts scored"
    rows: list[Row] = []
    for (law, ahead), part in table.assign(unit=0).groupby(["law", "ahead"]):
        cutoffs = part["cutoff"].nunique()
        case = f"{ahead} quarter{'s' if ahead > 1 else ''} ahead, {cutoffs} cut-offs to 2026-01"
        n, block = cutoffs // int(ahead), min(int(ahead), cutoffs)
        rows += compared(part, law=str(law), case=case, block=block, source=source, n=n)
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
