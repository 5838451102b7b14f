"""Own paraphrases with what they must compile to: (content, how it is said, template or None, slots that matter)."""

from __future__ import annotations

from typing import Any

from overstretch.statements.record import Moment, Speaker, Statement

Case = tuple[str, dict[str, Any], str | None, dict[str, Any]]


def say(content: str, *, speaker: str | None = "A Speaker", id: str = "s", **fields: Any) -> Statement:
    """A statement with plain defaults; `by` sets a year as deadline."""
    by = fields.pop("by", None)
    values: dict[str, Any] = {
        "doc": "d",
        "spans": [(0, len(content))],
        "form": "indirect",
        "force": "assert",
        "modality": "will",
    }
    if by:
        values["deadline"] = Moment(text=f"by {by}", date=f"{by}-01-01", granularity="year")
    who = Speaker(mention=speaker, canonical=speaker) if speaker else None
    return Statement(id=id, content=content, speaker=who, **{**values, **fields})


COULD, IS, PLAN, HAS = (
    {"modality": "could"},
    {"modality": "is"},
    {"modality": "plan", "force": "commit"},
    {"modality": "has"},
)
NOT = {"polarity": "negative"}

CASES: list[Case] = [
    # the alliance
    ("higher military budgets might tear NATO apart", COULD, "alliance_collapse", {"cause": "nato_spending", "direction": "up", "grade": "dissolution"}),
    ("the spending target will break the alliance", {}, "alliance_collapse", {"cause": "nato_spending", "direction": "up", "grade": "dissolution"}),
    ("cuts in NATO's defence spending could lead to the end of the alliance", COULD, "alliance_collapse", {"cause": "nato_spending", "direction": "down"}),
    ("an arms race may bring about the dissolution of NATO", COULD, "alliance_collapse", {"cause": "arms_race", "direction": "up"}),
    ("NATO could collapse under the weight of its military spending", COULD, "alliance_collapse", {"cause": "nato_spending", "direction": "up"}),
    ("if NATO raises defence spending, the alliance will fall apart", {}, "alliance_collapse", {"cause": "nato_spending", "direction": "up"}),
    ("NATO will have disintegrated by 2032", {"by": 2032}, "alliance_collapse", {"cause": "none", "year": 2032}),
    ("Hungary will leave NATO by 2030", {"by": 2030}, "alliance_collapse", {"grade": "exit", "year": 2030}),
    ("the United States will withdraw a third of its troops from Europe", {}, "alliance_collapse", {"grade": "us_drawdown"}),
    ("an American pull-back could lead to the collapse of the alliance", COULD, "alliance_collapse", {"cause": "us_withdrawal"}),
    ("doubts about Article 5 will grow", {}, "alliance_collapse", {"grade": "article5_doubt"}),
    ("the alliance will not collapse", NOT, "alliance_collapse", {"negated": True}),
    # the ruler
    ("the arms race will topple Putin", {}, "ruler_downfall", {"cause": "arms_race", "end": "leader", "asks": "likely"}),
    ("Russia's military spending could bring down the regime", COULD, "ruler_downfall", {"cause": "rus_spending", "direction": "up", "end": "regime"}),
    ("Western rearmament may cost Putin his power and lead to his downfall", COULD, "ruler_downfall", {"cause": "nato_spending"}),
    ("Putin will be out of power by 2028", {"by": 2028}, "ruler_downfall", {"cause": "none", "end": "leader", "year": 2028}),
    ("a cut in Russian defence spending could bring down Putin", COULD, "ruler_downfall", {"cause": "rus_spending", "direction": "down"}),
    # pledge
    ("Germany will spend 3.5% of GDP on defence by 2029", {"by": 2029}, "pledge_reached", {"who": "DEU", "level": 3.5, "component": "core", "year": 2029}),
    ("all allies will reach the 5% target by 2035", {"by": 2035}, "pledge_reached", {"who": "ALL", "level": 5.0, "component": "total", "year": 2035}),
    ("at least 20 allies will meet the 3.5% goal by 2032", {"by": 2032}, "pledge_reached", {"who": "COUNT", "count": 20, "level": 3.5, "year": 2032}),
    ("most allies could reach 3.5 percent of GDP by 2030", {**COULD, "by": 2030}, "pledge_reached", {"who": "MOST", "asks": "possible"}),
    ("Poland will not reach 5% of GDP on defence", NOT, "pledge_reached", {"who": "POL", "negated": True}),
    ("members agreed to raise military spending to 5% of GDP", PLAN, "pledge_reached", {"who": "ALL", "level": 5.0, "year": 2035}),
    ("we shall raise our defence spending to 3.5% of GDP by 2030", {**PLAN, "by": 2030, "speaker": "Friedrich Merz, German Chancellor"}, "pledge_reached", {"who": "DEU", "level": 3.5}),
    # members
    ("Spain will miss the target", {}, "member_misses", {"who": "ESP", "level": 5.0}),
    ("Belgium will fall short of the spending pledge", {}, "member_misses", {"who": "BEL"}),
    ("the 5% target is unrealistic for Italy", IS, "member_misses", {"who": "ITA"}),
    ("Slovakia rejects the spending target", IS, "member_misses", {"who": "SVK"}),
    # changes
    ("Russia will cut its military spending in 2026", {"by": 2026}, "spending_changed", {"who": "RUS", "direction": "down", "definition": "nominal", "year": 2026}),
    ("Russia will increase its military spending in 2026", {"by": 2026}, "spending_changed", {"who": "RUS", "direction": "up", "year": 2026}),
    ("Moscow plans to lower defence spending as a share of GDP next year", PLAN, "spending_changed", {"who": "RUS", "direction": "down", "definition": "share", "year": 2026}),
    ("Moscow will not reduce its defence budget", NOT, "spending_changed", {"who": "RUS", "direction": "down", "negated": True}),
    ("France will cut its defence budget in 2027", {"by": 2027}, "spending_changed", {"who": "FRA", "direction": "down", "year": 2027}),
    ("a reduction in Russian military outlays is planned in real terms", PLAN, "spending_changed", {"who": "RUS", "direction": "down", "definition": "real"}),
    # Russia's economy
    ("the National Wealth Fund will be exhausted by 2027", {"by": 2027}, "tools_near_limits", {"which": "fund", "room": 0.1, "year": 2027}),
    ("the instruments that carried the war economy are close to their limits", IS, "tools_near_limits", {"which": "any", "room": 0.25}),
    ("if the oil price falls to 40 dollars, Russia's wealth fund will run out by 2027", {"by": 2027}, "tools_near_limits", {"given": "oil(40)", "which": "fund"}),
    ("Russia's economy will fall into recession by 2026", {"by": 2026}, "recession", {"who": "RUS", "definition": "two_quarters", "year": 2026}),
    ("the Russian economy will shrink in the calendar year 2026", {"by": 2026}, "recession", {"definition": "calendar"}),
    ("Germany will slide into recession", {}, "recession", {"who": "DEU", "definition": "calendar"}),
    ("the collapse of Russia's economy is near", {}, "recession", {"definition": "collapse"}),
    ("military expenditures threaten to push Russia into recession", COULD, "spending_recession", {"cause": "rus_spending", "direction": "up", "who": "RUS"}),
    ("Russian GDP will grow by 2.5% in 2025", {"by": 2025}, "macro_forecast", {"indicator": "growth", "value": 2.5, "relation": "about", "year": 2025}),
    ("inflation in Russia will be above 8% at the end of 2026", {"by": 2026}, "macro_forecast", {"indicator": "inflation", "value": 8.0, "relation": "above"}),
    ("Russia's economy will shrink by 8.5% in 2026", {"by": 2026}, "macro_forecast", {"indicator": "growth", "value": -8.5}),
    ("Russia can hold its military ambitions within its economic means", COULD, "ambitions_within_means", {}),
    ("Russia's war economy is unsustainable", IS, "ambitions_within_means", {"negated": True}),
    # forces
    ("Russia will have restored its army within seven years", {}, "forces_rebuilt", {"years": 7, "clock": "now", "year": 2032}),
    ("Russia could be ready to attack a NATO country by 2029", {**COULD, "by": 2029}, "forces_rebuilt", {"year": 2029, "asks": "possible"}),
    ("Russia could rebuild its forces within five years after the war ends", COULD, "forces_rebuilt", {"clock": "war_end", "years": 5, "year": 2031}),
    ("the balance of forces will tip in Russia's favour on the eastern flank", {}, "balance_of_forces", {"ahead": "RUS", "where": "flank"}),
    # the rest
    ("the 2029 review will water down the target", {"by": 2029}, "review_adjusts", {"result": "ease"}),
    ("the alliance will tighten the target at its review", {}, "review_adjusts", {"result": "tighten"}),
    ("NATO's higher spending is a reaction to Russia's military build-up", IS, "response_to", {"who": "NATO", "to": "RUS", "direction": "up"}),
    ("Russia's cut in military spending is a response to NATO's pledge", IS, "response_to", {"who": "RUS", "direction": "down"}),
    ("Russia's increased military spending is a response to NATO", IS, "response_to", {"who": "RUS", "direction": "up"}),
    ("arms spending ruined the Soviet Union", HAS, "precedent", {}),
    ("the arms race strains Russia more than NATO", IS, "strain_compared", {"more": "RUS"}),
    ("pressure from Trump will push the allies to raise defence spending", {}, "us_pressure_spending", {"move": "pressure", "direction": "up"}),
    ("allies raised military spending under pressure from Washington", HAS, "us_pressure_spending", {"move": "pressure"}),
    ("collective defence remains ironclad", IS, "collective_defence_holds", {}),
    ("more than half of the spending rise is relabelled", IS, "relabelled_share", {"share": 0.5}),
    ("Italy's new defence spending is creative accounting", IS, "relabelled_share", {"who": "ITA"}),
    ("the allies free ride on the United States", IS, "ally_free_rides", {"spender": "USA"}),
    ("Belgium spends less when Germany spends more", IS, "ally_free_rides", {"who": "BEL", "spender": "DEU"}),
    ("France's debt will exceed 120% of GDP by 2030", {"by": 2030}, "fiscal_limit", {"who": "FRA", "measure": "debt", "limit": 120.0, "year": 2030}),
    ("the pledge will push Italy's deficit above 5% of GDP", {}, "fiscal_limit", {"who": "ITA", "measure": "deficit", "cause": "nato_spending"}),
    ("the Kremlin's remarks discourage European defence spending", IS, "remark_shifts_spending", {"direction": "down"}),
    ("the summit's pledge is a game-changer", IS, "evaluation", {}),
    ("Poland spent 4.12% of GDP on defence in 2024", HAS, "stated_fact", {"who": "POL", "value": 4.12, "year": 2024}),
    ("Russian military spending is soaring", IS, "stated_fact", {"who": "RUS", "relation": "rises"}),
    ("Russian military spending is falling", IS, "stated_fact", {"who": "RUS", "relation": "falls"}),
    # harder forms
    ("growth of 1-2% is expected for Russia in 2026", {"by": 2026}, "macro_forecast", {"value": 1.5, "indicator": "growth"}),
    ("the army is to be rebuilt by Russia; it takes four to six years once the war ends", COULD, "forces_rebuilt", {"clock": "war_end", "years": 6}),
    ("Washington threatens to withdraw its forces from allies that miss the target", COULD, "alliance_collapse", {"grade": "us_drawdown"}),
    ("the bloc is heading for a split, NATO diplomats fear", IS, "alliance_collapse", {"grade": "strain"}),
    ("an arms race will finish off the regime within a decade", {}, "ruler_downfall", {"cause": "arms_race", "end": "regime", "year": 2035}),
    ("Italy's spending on defence could push its deficit above 4% of GDP", COULD, "fiscal_limit", {"who": "ITA", "cause": "nato_spending", "limit": 4.0}),
    ("Norway is meeting the NATO target of 3.5% of GDP by 2035", {"by": 2035}, "pledge_reached", {"who": "NOR", "level": 3.5}),
    ("Russian military spending grew by 30% in 2024", HAS, "stated_fact", {"relation": "rises", "value": None, "year": 2024}),
    ("the wealth fund has fallen to less than 3 trillion roubles", HAS, "stated_fact", {"indicator": "fund", "relation": "below", "value": 3.0}),
    # not testable
    ("the deal", IS, None, {}),
    ("an unfair burden for the taxpayer", IS, None, {}),
    ("NATO ought to spend 5% of GDP", {"modality": "should"}, None, {}),
    ("the share of salaries in the defence budget will reach 60% of GDP in Portugal", {}, None, {}),
    ("the Pentagon will review its troop levels", {}, None, {}),
    ("Ankara welcomes bigger NATO budgets", IS, None, {}),
    ("the weather in Brussels will be fine", {}, None, {}),
    ("Russia lost 300 tanks last month", HAS, None, {}),
    ("NATO will still exist in 2090", {"by": 2090}, None, {}),
]  # fmt: skip
