"""An independent reference of the model: one future, one quarter, one actor at a time, in plain Python and double
precision.

Written from the equations that the laws state, not from their code: no JAX, no futures axis, politics as if-clauses. It
takes the same inputs and draws as the compiled program and returns the same outputs.
"""

from __future__ import annotations

from math import exp, expm1, log, sqrt
from typing import Any

import numpy as np


def logistic(x: float) -> float:
    return 1 / (1 + exp(-x))


def log_odds(p: float) -> float:
    return log(p / (1 - p))


def clip(x: float, low: float, high: float) -> float:
    return min(max(x, low), high)


def plus(x: float) -> float:
    return max(x, 0.0)


class Future:
    """One future of the system. Attributes are its state; lists run over actors."""

    def __init__(self, inputs: Any, roles: Any, years_ahead: int, future: int) -> None:
        def pick(x: Any) -> Any:
            return np.asarray(x, float)[..., future]

        self.shock = {name: pick(x) for name, x in inputs.shocks._asdict().items()}
        self.p = {name: float(pick(x)) for name, x in inputs.parameters.items()}
        self.on = {name: float(pick(x)) for name, x in inputs.controls.on.items()}
        self.variant = {name: int(pick(x)) for name, x in inputs.controls.variant.items()}
        self.do = {n: pick(x) for n, x in inputs.controls._asdict().items() if n not in ("on", "variant")}
        self.base = {name: np.asarray(x, float) for name, x in inputs.base._asdict().items()}
        self.start = {name: np.asarray(x, float) for name, x in inputs.start._asdict().items()}
        self.rus = roles.rival
        who = {r: [i for i, held in enumerate(self.start[r]) if held] for r in ("protector", "attacked")}
        self.usa, self.ukr = (names[0] if names else None for names in who.values())
        self.actors = range(len(self.start["ally"]))
        self.allies = [i for i in self.actors if self.start["ally"][i]]
        self.armed = [i for i in self.allies if self.start["armed"][i]]
        self.begin(years_ahead, pick(inputs.will))

    def b(self, name: str, i: int | None = None) -> float:
        """The baseline this quarter."""
        return float(self.base[name][self.t] if i is None else self.base[name][self.t][i])

    # -- the cut-off -----------------------------------------------------------------------------------------------

    def begin(self, years_ahead: int, will: np.ndarray) -> None:
        p, on, start, self.t = self.p, self.on, self.start, 0
        zero = [0.0] * len(self.actors)
        held = float(start["law_amount"] / start["law_total"])
        self.law_ratio = held if start["total_known"] else p["law_share"]
        self.will, self.share_start, self.share, self.noise = list(will), [], [], []
        self.common = on["shocks"] * sqrt(years_ahead) * p["common_growth_scale"] * self.shock["share_common"][0]
        for i in self.actors:
            known, part = start["share"][i], on["revision"] * start["revised"][i]
            years = years_ahead + start["behind"][i]
            seen = known * exp(part * (p["revision_error"] * self.shock["revision"][i] - p["revision_bias"]))
            if i == self.rus:
                seen *= held / self.law_ratio
            weight, error = self.news(0, i, "reach")
            error *= min(years, 1) if weight > 0 else sqrt(years)
            led = years * self.led(seen, self.b("target", i), will[i])
            if not on["pledge"]:
                led = log(self.b("defence", i) / known)
            moves = (1 - weight) * (led + self.common) + weight * log(self.b("path", i) / seen) + error
            self.share_start.append(seen)
            self.noise.append(error)
            self.share.append(seen * exp(moves) if years > 0 and i in self.allies else seen)
        planned, self.added = list(self.share), []
        self.share[self.rus] *= exp(p["overrun_ahead"] * on["overrun"] * p["overrun_war"] * (start["war"] == 0))
        for i in self.actors:
            if self.do["hold"][i] > 0:
                self.share[i] = start["share_hold"][i]
            self.added.append(0.0)
            if self.do["full_will"] > 0 and i in self.allies:
                self.added[i] = plus(self.b("pledge", i) - self.share[i])
                self.share[i] += self.added[i]
        self.year_nominal = [self.b("real", i) * self.b("price", i) / self.b("weight", i) for i in self.actors]
        self.amount = [self.share[i] * self.year_nominal[i] for i in self.actors]
        self.planned = planned[self.rus] * self.year_nominal[self.rus]
        self.related_start = [
            p["related_initial"] * start["related_agreed"] if i in self.allies else 0.0 for i in self.actors
        ]
        self.related = list(self.related_start)
        self.supply, self.gap, self.inflation, self.rate, self.price = (list(zero) for _ in range(5))
        self.momentum, self.effective, self.reaction = list(zero), list(zero), list(zero)
        self.real = [list(row) for row in start["real_before"][-4:]]
        published = round(4 * (self.b("now") % 1))
        for k in range(
            4 - published if published else 0
        ):  # the year before is revised, so that no quarter to come jumps
            for i in self.actors:
                size = on["revision"] * p["output_revision"] * start["output_scale"][i]
                self.real[k][i] *= exp(-size * self.shock["output"][i])
        self.nominal = [list(row) for row in start["nominal_before"][-4:]]
        self.debt = list(start["debt"])
        self.ratio_start = [start["debt"][i] / sum(row[i] for row in self.nominal) for i in self.actors]
        self.ratio, self.ratio_expected = list(self.ratio_start), list(self.ratio_start)
        self.deficit_ratio = [-self.b("primary", i) for i in self.actors]
        self.extra = [self.fresh(self.share[i], i) - self.fresh(self.b("defence", i), i) for i in self.actors]
        self.fund, self.key_rate = float(start["fund"]), float(start["key_rate"])
        self.gathered, self.closed = (float(x) for x in start["rule_excess"])
        self.oil = log(max(float(start["oil_price"]) - start["discounted"] * p["urals_discount"], 10.0))
        self.felt, self.squeezed = self.oil, 0.0
        self.borrowing, self.imports = p["borrowing_room_initial"], p["imports_room_initial"]
        rooms = self.rooms(self.forecast_prices(), 0.0)
        self.tools = self.tools_start = sum(rooms) / 5
        self.war, self.guard, self.us = int(start["war"]), 0, int(start["stance"])
        self.intent = self.intent_start = self.hostile(self.war)
        self.seen, self.words = [0.0, 0.0], [0.0, 0.0]  # Russia's effort seen by NATO, NATO's by Russia
        self.cohesion = self.doubt = self.target = self.admitted = 0.0
        self.verdict = -1.0
        self.hazard, self.incidence, self.in_office = [0.0] * 7, [0.0] * 5, 1.0
        self.stock_begin()
        self.spread_start, self.efforts_start = self.spread(), self.efforts()
        self.us_off, self.rest_off = self.off_path([self.b("path", i) for i in self.actors])

    def stock_begin(self) -> None:
        """Steady state of the last spending known; Russia's stock is a part of that of February 2022."""
        p, start = self.p, self.start
        wear = p["depreciation"] + p["stock_growth"]
        self.held, self.delivered, self.stages = [], [], []
        self.prewar = float(start["prewar_spending"]) * p["rival_military_ppp"] * p["rival_procurement_share"] / wear
        for i in self.actors:
            year = self.b("real", i) / self.b("weight", i) * start["dollars"][i] * self.share_start[i]
            if i == self.rus:
                bought = year * p["rival_military_ppp"] * p["rival_procurement_share"]
            else:
                bought = year * start["military_ppp"][i] * start["equipment_share"][i]
            self.held.append(p["stock_ratio_initial"] * self.prewar if i == self.rus else bought / wear)
            self.delivered.append(bought / 4)
            self.stages.append([bought / 4 / self.passing(self.pipeline_years(i))] * 3)
        self.depot = self.depot_start = p["depot_initial"] * self.prewar

    # -- shared pieces ---------------------------------------------------------------------------------------------

    def led(self, share: float, target: float, will: float) -> float:
        """Growth under the pledge: part of the gap to its target, over the share; a lead is lost slowly."""
        if share < target:
            return log(1 + will * self.p["pledge_pull"] * (target - share) / share)
        return -self.p["pledge_ebb"] * log(share / target) if target > 0 else 0.0

    def news(self, year: int, i: int, reach: str) -> tuple[float, float]:
        """Weight of the ally's own plan and the error of the year's log growth, larger upwards."""
        p, ahead, weight = self.p, self.b(reach, i), 0.0
        sizes = ("plan_error_same_year", "plan_error_next_year", "plan_error_later", "plan_error_later")
        if ahead >= 0 and self.on["pledge"]:
            weight = 1.0 if ahead <= 1 else p["plan_kept_later"] if ahead <= 3 else p["plan_kept_far"]
        drawn = self.shock["share"][year][i]
        drawn *= 1 + p["share_shock_skew"] if drawn > 0 else 1 - p["share_shock_skew"]
        own = p["share_shock"] * self.start["share_scale"][i]
        missed = p[sizes[int(clip(ahead, 0, 3))]]
        return weight, self.on["shocks"] * drawn * (weight * missed + (1 - weight) * own)

    def fresh(self, share: float, i: int) -> float:
        """Core share without what is relabelled of its rise."""
        return share - (self.p["core_relabelled"] * plus(share - self.share_start[i]) if i in self.allies else 0.0)

    def pipeline_years(self, i: int) -> float:
        return self.p["rival_pipeline_years" if i in (self.rus, self.ukr) else "pipeline_years"]

    @staticmethod
    def passing(years: float) -> float:
        return min(3 / (4 * years), 1.0)

    def weights(self) -> list[float]:
        size = [self.start["dollars"][i] * self.b("real", i) if i in self.allies else 0.0 for i in self.actors]
        return [x / sum(size) for x in size]

    def spread(self) -> float:
        return float(np.std([log(self.share[i]) for i in self.armed]))

    def efforts(self) -> list[float]:
        """Logs: NATO's burden, Russia's, NATO's equipment, Russia's."""
        burden = sum(w * s for w, s in zip(self.weights(), self.share, strict=True))
        stock = sum(self.held[i] for i in self.allies)
        return [log(burden), log(self.share[self.rus]), log(stock), log(self.held[self.rus])]

    def off_path(self, path: list[float]) -> tuple[float, list[float]]:
        """Log deviation of the United States from its path, and of the other armed allies' mean as each actor sees
        it."""
        away = [log(self.share[i] / path[i]) for i in self.actors]
        size = {i: self.start["dollars"][i] * self.b("real", i) for i in self.armed if i != self.usa}
        rest = []
        for i in self.actors:
            others = [j for j in size if j != i]
            rest.append(sum(size[j] * away[j] for j in others) / sum(size[j] for j in others) if others else 0.0)
        return away[self.usa] if self.usa is not None else 0.0, rest

    def rooms(self, consumer: float, gap: float) -> list[float]:
        p, s = self.p, self.start
        jobless = float(s["unemployment"]) - p["okun"] * gap
        return [
            clip(self.fund / float(s["fund_reference"]), 0, 1),
            clip((consumer - p["inflation_ceiling"]) / (p["inflation_target"] - p["inflation_ceiling"]), 0, 1),
            clip((jobless - p["labour_floor"]) / (float(s["unemployment_reference"]) - p["labour_floor"]), 0, 1),
            self.borrowing,
            self.imports,
        ]

    def forecast_prices(self) -> float:
        left = self.p["inflation_gap_left"] ** self.b("inflation_after")
        return self.b("inflation", self.rus) + left * self.b("inflation_gap")

    def shortfall(self) -> float:
        return plus(-sum(self.rest_off) / len(self.rest_off))

    def threat(self) -> float:
        return self.seen[0] + self.p["intent_weight"] * (self.intent - self.intent_start)

    def hostile(self, war: int) -> float:
        return (1.0, self.p["intent_ceasefire"], self.p["intent_settled"])[war]

    def trust(self) -> float:
        return (self.p["assurance_strong"], 0.0, -1.0)[self.us]

    # -- a quarter -------------------------------------------------------------------------------------------------

    def quarter(self, t: int, year: int) -> dict[str, Any]:
        """One quarter; `year` counts the votes before it, plus one."""
        self.t, self.out = t, {}
        self.politics()
        self.price_oil()
        felt = self.p["oil_lag"] * (self.oil - self.felt)
        self.felt += felt
        self.economies(felt if self.on["oil"] or self.do["oil_price"] > 0 else 0.0)
        self.instruments()
        self.equip()
        self.mood()
        if self.b("review"):
            self.review()
        self.out |= {
            "war_state": self.war,
            "us_state": self.us,
            "share": list(self.share),
            "share_start": list(self.share_start),
            "rescoped": self.admitted,
            "review_result": self.verdict,
        }
        if self.b("fourth"):
            self.vote(year)
        return self.out

    def politics(self) -> None:
        p, t, u = self.p, self.t, self.shock["war"][self.t]

        def quarterly(name: str) -> float:
            return 1 - (1 - p[name]) ** 0.25

        if self.on["war"]:
            if self.war == 0 and u < quarterly("ceasefire_chance"):
                self.war = 1
            elif self.war == 1:
                relapses = self.guard == 0 and u < quarterly("relapse_chance")
                self.war = 0 if relapses else 2 if u > 1 - quarterly("settlement_chance") else 1
        now, forced = self.b("now"), float(self.do["ceasefire"])
        if forced > 0 and forced <= now < forced + 0.25:
            self.guard, self.war = 3, max(self.war, 1)
        else:
            self.guard = max(0, self.guard - 1)
        if 0 < self.do["war_ends"] <= now:
            self.war = 2

        keep = p["rhetoric_persistence"] ** 0.25
        for k in (0, 1):
            said = keep * self.words[k] + sqrt(1 - keep**2) * self.shock["remarks"][t][k]
            self.words[k] = said if self.on["remarks"] else 0.0
        keep = p["intent_persistence"] ** 0.25
        self.intent = keep * self.intent + (1 - keep) * self.hostile(self.war)

        if self.b("inauguration") and self.on["us_change"]:
            u = self.shock["inauguration"][t]
            if self.us == 1:
                leave = logistic(log_odds(p["us_to_withdrawn"]) + p["us_gap_effect"] * self.shortfall())
                self.us = 2 if u < leave else 0 if u > 1 - min(p["us_to_strong"], 1 - leave) else 1
            elif self.us == 0:
                self.us = 1 if u < p["us_strong_leaves"] else 0
            else:
                self.us = 1 if u < p["us_withdrawn_returns"] else 2
        if 0 < self.do["us_withdraws"] <= now:
            self.us = 2

    def rule(self) -> float:
        """Base price of the fiscal rule."""
        in_force = self.b("rule_price") or self.p["fiscal_rule_price"]
        return in_force + self.b("rule_open") * self.p["fiscal_rule_change"]

    def price_oil(self) -> None:
        p = self.p
        if self.do["oil_price"] > 0:
            self.oil = log(self.do["oil_price"])
        elif not self.on["oil"]:
            self.oil = log(self.rule())
        else:
            self.oil = log(self.b("oil_known")) if self.b("oil_known") > 0 else self.oil
            moves = p["oil_reversion"] * (log(p["oil_long_run"]) - self.oil)
            moves += p["oil_volatility"] * self.on["shocks"] * self.shock["oil"][self.t]
            self.oil += self.b("oil_unknown") * moves

    def economies(self, oil_change: float) -> None:
        p, on, start, t, s = self.p, self.on, self.start, self.t, self.shock
        phi = float(self.do["finance"]) if self.do["finance"] >= 0 else p["debt_financed"]
        psi = (1 - phi) * (float(self.do["cuts"]) if self.do["cuts"] >= 0 else p["cuts_share"])
        multiplier = p["multiplier_high" if self.variant["multiplier"] else "multiplier_low"]
        cost = p["absorption_cost"] if self.variant["growth_effect"] == 1 else 0.0
        limit, n = p["absorption_limit"], len(self.actors)
        rows: dict[str, list[float]] = {
            name: [0.0] * n
            for name in (
                "real",
                "nominal",
                "deflator",
                "core",
                "core_new",
                "related",
                "related_new",
                "balance",
                "debt_ratio",
                "growth_yoy",
                "extra",
                "debt",
                "stock_flow",
            )
        }
        inflation, gap = [0.0] * n, [0.0] * n
        for i in self.actors:
            pays = i != self.ukr
            new, expected = self.fresh(self.share[i], i), self.fresh(self.b("defence", i), i)
            new_related = (1 - p["related_relabelled"]) * (self.related[i] - self.related_start[i])
            extra = new + new_related - expected
            change = extra - self.extra[i]
            impulse = 0.0
            if on["multiplier"] and pays:
                home = 1 - p["import_share"] * p["equipment_share_of_rise"]
                impulse = multiplier * home * phi * change  # borrowed
                impulse += p["multiplier_tax"] * home * (1 - phi - psi) * change  # taxed
                impulse += (
                    (multiplier * home - multiplier) * psi * change
                )  # moved from other spending, all of it domestic
            world, europe = p["shock_share_world"], p["shock_share_europe"] * start["european"][i]
            news = (
                sqrt(world) * s["world"][t]
                + sqrt(europe) * s["europe"][t]
                + sqrt(1 - world - europe) * s["demand"][t][i]
            )
            news *= on["shocks"] * p["demand_shock_scale"] * start["demand_scale"][i]
            self.momentum[i] = p["demand_momentum"] * self.momentum[i] + (1 - p["demand_momentum"]) * news
            demand = self.momentum[i]
            gap[i] = p["gap_persistence"] ** 0.25 * self.gap[i] + impulse + demand
            if on["monetary"] and start["monetary"][i]:
                gap[i] -= p["rate_sensitivity"] * (self.rate[i] - self.inflation[i])
            growth = on["shocks"] * p["potential_shift"]
            if on["supply"]:
                if pays:
                    overload = plus(self.share[i] - limit) - plus(self.b("defence", i) - limit)
                    growth += p["learning_by_arming"] * extra - cost * overload
                    self.supply[i] -= p["tax_distortion"] * (1 - phi - psi) * change
                if i == self.rus and self.war == 0:
                    growth -= p["war_labour_cost"]
            self.supply[i] += growth / 4
            if i == self.rus:
                self.supply[i] += on["oil_on_growth"] * p["oil_output"] * oil_change
            inflation[i] = p["inflation_persistence"] * self.inflation[i]
            inflation[i] += p["phillips_slope"] * on["monetary"] * gap[i]
            size = p["inflation_shock"]
            if i == self.rus:
                size = p["rival_inflation_shock" if start["war_economy"] else "inflation_shock"] * self.b(
                    "inflation_unknown"
                )
            inflation[i] += on["shocks"] * size * s["inflation"][t][i]
            self.price[i] += inflation[i] / 4
            self.extra[i] = extra
            rows["extra"][i] = extra
            rows["real"][i] = self.b("real", i) * exp(self.supply[i] + gap[i])
            rows["deflator"][i] = self.b("price", i) * exp(self.price[i])
            rows["nominal"][i] = rows["real"][i] * rows["deflator"][i]
        self.gap, self.inflation = gap, inflation
        self.central_banks()

        for i in self.actors:
            nominal, real = rows["nominal"][i], rows["real"][i]
            rows["growth_yoy"][i] = real / self.real[0][i] - 1
            core = self.amount[i] * self.b("weight", i)
            new = core * self.fresh(self.share[i], i) / self.share[i]
            new_related = (1 - p["related_relabelled"]) * (self.related[i] - self.related_start[i])
            counted = 1.0 if on["relabelling"] else 1 - p["related_relabelled"]
            rows["core"][i], rows["core_new"][i] = core if on["relabelling"] else new, new
            rows["related"][i] = nominal * (self.related_start[i] + counted * (self.related[i] - self.related_start[i]))
            rows["related_new"][i] = nominal * new_related
            paid = (new / nominal + new_related - self.fresh(self.b("defence", i), i)) if i != self.ukr else 0.0
            if i == self.rus:
                self.rise = plus(paid) * nominal if start["war_economy"] else 0.0
                paid = min(paid, 0.0) if start["war_economy"] else paid
            market = self.rate[i]
            if on["risk_premium"]:
                market += p["risk_premium"] * (
                    plus(self.ratio[i] - p["debt_limit"]) - plus(self.ratio_expected[i] - p["debt_limit"])
                )
            self.effective[i] += (1 - (1 - p["rollover"]) ** 0.25) * (market - self.effective[i])
            primary = self.b("primary", i) + p["budget_semi_elasticity"] * self.gap[i] - phi * paid
            primary += on["debt_response"] * p["debt_response"] * (self.ratio[i] - self.ratio_expected[i])
            interest = self.debt[i] * ((1 + self.b("effective_rate", i) + self.effective[i]) ** 0.25 - 1)
            deficit, flow = interest - primary * nominal, self.b("stock_flow", i) * nominal
            self.debt[i] += deficit + flow
            self.deficit_ratio[i] = deficit / nominal
            rows["balance"][i], rows["stock_flow"][i] = -deficit, flow
        self.real = [*self.real[1:], rows["real"]]
        self.nominal = [*self.nominal[1:], rows["nominal"]]
        self.ratio = [self.debt[i] / sum(row[i] for row in self.nominal) for i in self.actors]
        self.ratio_expected = [self.b("debt_ratio", i) for i in self.actors]
        self.out |= rows | {"debt": list(self.debt), "debt_ratio": list(self.ratio), "rival_rise": self.rise}

    def central_banks(self) -> None:
        """Smoothed Taylor rules; the euro area's on the mean of its members, by dollar GDP."""
        p, start = self.p, self.start
        union = [i for i in self.actors if start["euro"][i]]
        size = {i: start["dollars"][i] * self.b("real", i) for i in union}
        mean = [
            sum(size[i] * x[i] for i in union) / sum(size.values()) if union else 0.0
            for x in (self.inflation, self.gap)
        ]
        for i in self.actors:
            prices, gap = mean if i in union else (self.inflation[i], self.gap[i])
            rule = p["rate_smoothing"] * self.rate[i] + (1 - p["rate_smoothing"]) * (
                p["taylor_inflation"] * prices + p["taylor_gap"] * gap
            )
            self.rate[i] = rule if self.on["monetary"] and start["monetary"][i] else 0.0

    def instruments(self) -> None:
        p, on, rus, out = self.p, self.on, self.rus, self.out
        price, floor = exp(self.oil), self.rule()
        left = self.b("fund_unknown")
        draw = p["fund_draw"] * self.start["war_economy"] * left
        missing = draw * plus(floor - price) / 4
        drawn = min(self.fund, missing)
        self.gathered += (price - floor) / 4
        due, saved = 0.0, 0.0
        if self.b("second"):
            due, self.closed = self.closed, 0.0
        if self.b("fourth"):
            self.closed, self.gathered = plus(self.gathered), 0.0
        if left > 0:
            saved = self.start["war_economy"] * p["fund_draw"] * p["top_up"] * due
        need = self.rise / 1000 + missing - drawn
        carried = self.b("fund_months") <= p["fund_carried"]
        other = p["fund_other"] * left / 4
        if carried:
            other += self.b("fund_drift") * left / 4 + p["december_draw"] * self.b("december_mean")
        other += sqrt(left) * p["fund_shock"] * self.shock["fund"][self.t]
        other *= self.start["war_economy"] * on["shocks"]
        saved += plus(other) if self.fund > 0 else 0.0
        drawn += min(self.fund - drawn, plus(-other))
        by_fund = min(p["overspend_from_fund"] * need, self.fund - drawn)
        by_debt = p["overspend_from_debt"] * clip(self.borrowing / p["borrowing_fades"], 0, 1) * (need - by_fund)
        by_tax = p["overspend_from_tax"] * (need - by_fund - by_debt)
        by_prices = need - by_fund - by_debt - by_tax
        self.fund += saved - drawn - by_fund
        nominal, year = self.nominal[-1][rus] / 1000, sum(row[rus] for row in self.nominal) / 1000
        used = by_debt / year / p["borrowing_room_capacity"]
        self.borrowing = clip(
            self.borrowing - used + p["borrowing_reversion"] * (p["borrowing_room_initial"] - self.borrowing), 0, 1
        )
        earning = p["imports_room_oil"] * (self.oil - log(floor)) / 4
        self.imports = clip(
            self.imports + p["imports_reversion"] * (p["imports_room_initial"] - self.imports) + earning, 0, 1
        )
        self.inflation[rus] += on["tools"] * p["money_to_prices"] * by_prices / nominal
        squeezed = on["tools"] * on["multiplier"] * by_tax / nominal
        self.gap[rus] -= p["multiplier_high" if self.variant["multiplier"] else "multiplier_low"] * (
            squeezed - self.squeezed
        )
        self.squeezed = squeezed
        self.debt[rus] += 1000 * by_debt
        self.ratio[rus] = self.debt[rus] / (1000 * year)
        self.deficit_ratio[rus] += (by_debt + by_fund) / nominal
        out["balance"][rus] -= 1000 * (by_debt + by_fund)
        out["stock_flow"][rus] -= 1000 * by_fund
        out["debt"][rus], out["debt_ratio"][rus] = self.debt[rus], self.ratio[rus]
        consumer = self.forecast_prices() + self.inflation[rus]
        rooms = self.rooms(consumer, self.gap[rus])
        if on["tools"]:
            self.tools = sum(rooms) / 5
        out |= {
            f"rival_room_{n}": r
            for n, r in zip(("fund", "inflation", "labour", "borrowing", "imports"), rooms, strict=True)
        }
        out |= {
            "rival_fund_liquid": self.fund,
            "rival_tools_left": sum(rooms) / 5,
            "rival_tools_left_measured": (rooms[0] + rooms[1]) / 2,
            "urals_price": price,
            "rival_inflation": consumer,
            "rival_key_rate": plus(self.key_rate + self.rate[rus]),
            "rival_growth_qoq": self.real[-1][rus] / self.real[-2][rus] - 1,
            "law": out["core"][rus] / 1000 * self.law_ratio,
            "fund_out": drawn + by_fund,
            "fund_in": saved,
        }
        path, later = self.b("key_rate"), self.b("key_rate_next")
        aim = path if later > 0 else p["key_rate_neutral"]
        self.key_rate += p["key_rate_reversion"] * (aim - self.key_rate) + (later - path if later > 0 else 0.0)
        self.key_rate += on["shocks"] * p["key_rate_shock"] * self.shock["key_rate"][self.t]
        self.out = out

    def equip(self) -> None:
        p, on, start, out = self.p, self.on, self.start, self.out
        orders, given = [], 0.0
        for i in self.actors:
            usual = start["equipment_share"][i]
            risen = clip(1 - self.share_start[i] / self.share[i], 0, 1)
            part = clip(usual + (p["equipment_share_of_rise"] - usual) * risen, 0.05, 0.6)
            worth = start["dollars"][i] / out["deflator"][i]
            if i == self.rus:
                part, worth = p["rival_procurement_share"], worth * p["rival_military_ppp"]
            else:
                worth *= start["military_ppp"][i]
            aid = 0.0
            if i in self.allies and self.war == 0 and on["aid"]:
                aid = p["aid_share"] * out["nominal"][i] * worth
            given += aid
            orders.append(plus(out["core_new"][i] * worth * part - aid))
        if self.ukr is not None:
            orders[self.ukr] += given

        back = 0.0
        if on["refurbishment"] and self.depot_start > 0:
            back = min(self.depot, p["refurbishment"] * self.prewar * self.depot / self.depot_start / 4)
        lost = [0.0] * len(orders)
        for i in self.actors:
            rate = self.passing(self.pipeline_years(i) if on["pipeline"] else 0.75)
            first, second, third = self.stages[i]
            ready = min(third * rate, max(self.delivered[i] * (1 + p["capacity_growth"]) ** 0.25, 1e-9))
            self.stages[i] = [
                first + orders[i] - first * rate,
                second + (first - second) * rate,
                third + second * rate - ready,
            ]
            self.delivered[i] = ready
            if self.war == 0 and on["attrition"] and i in (self.rus, self.ukr):
                yearly = clip(
                    p["attrition_war" if i == self.rus else "attrition_attacked"] * p["war_intensity"], 0, 0.9
                )
                lost[i] = self.held[i] * (1 - (1 - yearly) ** 0.25)
            self.held[i] = (
                self.held[i] * (1 - p["depreciation"]) ** 0.25 + ready - lost[i] + (back if i == self.rus else 0.0)
            )
        self.depot -= back

        tied = p[("tied_war", "tied_ceasefire", "tied_settled")[self.war]]
        free = self.held[self.rus] * (1 - tied)
        facing = 0.0
        for i in self.actors:
            if start["flank"][i]:
                facing += p["flank_share"] * self.held[i]
            elif start["european"][i] and i in self.allies:
                facing += p["reinforcement"] * self.held[i]
        if self.us < 2 and self.usa is not None and not start["flank"][self.usa] and not start["european"][self.usa]:
            facing += p["us_reinforcement"] * self.held[self.usa]
        out |= {
            "equipment": list(self.held),
            "rival_equipment": self.held[self.rus],
            "orders": orders,
            "lost": lost,
            "returned": back,
            "europe_equipment": sum(self.held[i] for i in self.allies if i != self.usa),
            "deliveries": list(self.delivered),
            "rival_equipment_index": self.held[self.rus] / self.prewar,
            "rival_free_forces": free / self.prewar,
            "flank_ratio": free * p["local_share"] / facing,
        }
        self.out = out

    def strain(self, burden: float, reference: float, growth: float, used: float) -> float:
        p = self.p
        by_burden = log(burden / reference) / p["strain_burden_scale"]
        return (
            by_burden + (p["growth_reference"] - growth) / p["strain_growth_scale"] + used / p["strain_room_scale"]
        ) / 3

    def mood(self) -> None:
        p, on, out, rus, t = self.p, self.on, self.out, self.rus, self.t
        moved = [x - y for x, y in zip(self.efforts(), self.efforts_start, strict=True)]
        stock = moved[3] - moved[2]
        actual = (stock, -stock) if self.variant["reaction"] == 2 else (moved[1], moved[0])
        for k in (0, 1):
            seen = self.seen[k] + ((1 + p["perception_bias"]) * actual[k] - self.seen[k]) / (4 * p["perception_delay"])
            self.seen[k] = seen if on["perception"] else actual[k]
        threat = self.threat()

        w, growth = self.weights(), out["growth_yoy"]
        nato = self.strain(
            sum(w[i] * self.share[i] for i in self.allies),
            sum(w[i] * self.start["share_reference"][i] for i in self.allies),
            sum(w[i] * growth[i] for i in self.allies),
            plus(sum(w[i] * (self.ratio[i] - self.ratio_start[i]) for i in self.allies)),
        )
        reference = float(self.start["share_reference"][rus])
        russia = self.strain(self.share[rus], reference, growth[rus], plus(self.tools_start - self.tools))

        pressure = p["cohesion_us"] * self.trust()
        pressure += p["remark_cooperation"] * self.words[0] + p["adversary_cooperation"] * self.words[1]
        if self.variant["alliance"] == 0:
            pressure += p["cohesion_inequality"] * (self.spread() - self.spread_start) / p["strain_burden_scale"]
        elif self.variant["alliance"] == 1:
            pressure += p["cohesion_threat"] * threat
        news = on["shocks"] * p["cohesion_shock"] / 2
        if on["cohesion"]:
            self.cohesion *= p["cohesion_persistence"] ** 0.25
            self.cohesion += pressure / 4 + news * self.shock["cohesion"][t]
            self.doubt *= p["doubt_persistence"] ** 0.25
            self.doubt += -(p["doubt_us"] * self.trust() + p["doubt_cohesion"] * self.cohesion) / 4
            self.doubt += news * self.shock["doubt"][t]
        else:
            self.cohesion = self.doubt = 0.0

        raised = 0.0
        withdrawn = 0.0
        if on["alliance_strain"] and self.variant["alliance"] < 2:
            raised = p["strain_on_exit"] * nato + p["cohesion_on_exit"] * self.cohesion
            withdrawn = p["withdrawn_on_exit"] if self.us == 2 else 0.0
        yearly = p[("drawdown_strong", "drawdown_transactional", "drawdown_withdrawn")[self.us]]
        added = [
            p["exit_rate"] * float(self.start["members"]) / 4 * exp(clip(raised + withdrawn, -3, 3)),
            p["dissolution_rate"] / 4 * exp(clip(raised, -3, 3)),
            -log(1 - yearly) / 4,
            *self.ruler(russia, growth[rus]),
        ]
        self.hazard = [x + y for x, y in zip(self.hazard, added, strict=True)]
        out |= {
            "rival_strain": russia,
            "nato_strain": nato,
            "cohesion": self.cohesion,
            "article5_doubt": self.doubt,
            "threat": threat,
            "hazard": list(self.hazard),
            "incidence": list(self.incidence),
            "regime_chance": list(self.ends),
        }
        self.out = out

    def ruler(self, strain: float, growth: float) -> list[float]:
        """Hazards of the quarter: irregular, forced, voluntary, natural; moves survival and incidences."""
        p, kind = self.p, self.variant["leader"]
        strained = p["strain_on_leader"] * strain if self.on["leader_strain"] and kind else 0.0
        economy = coercion = 0.0
        if self.on["leader_covariates"] and kind == 1:
            economy = p["growth_on_regular"] * 100 * (growth - p["growth_reference"])
        if self.on["leader_covariates"] and kind == 2:
            effort = log(self.share[self.rus] / self.share_start[self.rus]) / p["strain_burden_scale"]
            coercion = p["coercion_on_irregular"] * effort
        forced = p["regular_rate"] * p["forced_share"]
        hazards = [
            p["irregular_rate"] / 4 * exp(clip(strained + coercion, -3, 3)),
            forced / 4 * exp(clip(strained + coercion + economy, -3, 3)),
            (p["regular_rate"] - forced) / 4 * exp(clip(economy, -3, 3)),
            p["natural_rate"] / 4,
        ]
        leaving = -self.in_office * expm1(-sum(hazards))
        parts = [leaving * h / sum(hazards) for h in hazards]
        self.in_office -= leaving
        shift = p["strain_on_regime"] * strain if self.on["leader_strain"] and kind else 0.0
        self.ends = [logistic(log_odds(p[f"regime_given_{route}"]) + shift) for route in ("irregular", "other")]
        ended = parts[0] * self.ends[0] + sum(parts[1:]) * self.ends[1]
        self.incidence = [x + y for x, y in zip(self.incidence, [*parts, ended], strict=True)]
        return hazards

    # -- once a year -----------------------------------------------------------------------------------------------

    def review(self) -> None:
        p, kind = self.p, self.variant["review"]
        short = p["review_response"] * self.shortfall() / 0.2 if kind == 1 else 0.0
        threat = p["review_response"] * self.threat() / 0.5 if kind == 2 else 0.0
        utility = [
            0.0,
            p["review_ease"] + short - threat,
            p["review_tighten"] - short + threat,
            p["review_rescope"] + p["review_rescope_response"] * short,
        ]
        drawn = [u + self.on["shocks"] * g for u, g in zip(utility, self.shock["review"], strict=True)]
        self.verdict = float(self.do["review"])
        if self.verdict < 0:
            self.verdict = float(np.argmax(drawn)) if self.on["review"] else -1.0
        self.target = {1.0: -p["review_step"], 2.0: p["review_step"]}.get(self.verdict, 0.0)
        self.admitted = p["rescope_credit"] if self.verdict == 3.0 else 0.0

    def vote(self, year: int) -> None:
        p, on, do, nominal = self.p, self.on, self.do, self.nominal[-1]
        surprise = [nominal[i] / (self.b("real", i) * self.b("price", i)) for i in self.actors]
        forecast = [self.b("nominal_next", i) * surprise[i] for i in self.actors]
        path = [self.b("path", i) * self.review_moves(i, "now") for i in self.actors]
        us_off, rest_off = self.off_path(path)
        reacted = self.reaction[self.rus]
        share, related = list(self.share), list(self.related)
        wave = on["shocks"] * p["common_growth_scale"] * self.shock["share_common"][year]
        self.common = p["common_growth_persistence"] * self.common + wave
        for i in self.actors:
            share[i], related[i] = self.vote_ally(i, year, us_off, rest_off[i])
        self.us_off, self.rest_off = us_off, rest_off
        share[self.rus], plan = self.vote_russia(year, self.reaction[self.rus] - reacted, forecast[self.rus])
        if self.ukr is not None:
            share[self.ukr] = self.vote_ukraine()
        for i in self.actors:
            if do["hold"][i] > 0:
                share[i], related[i] = float(self.start["share_hold"][i]), self.related_start[i]
            if do["fixed_share"][i] > 0:
                share[i] = float(do["fixed_share"][i])
            floor = self.b("pledge_next", i) if do["full_will"] > 0 and i in self.allies else 0.0
            self.added[i] = clip(max(share[i], floor) + do["add_share"][i], 1e-4, 0.6) - share[i]
            share[i] += self.added[i]
        plan = share[self.rus] if do["fixed_share"][self.rus] > 0 else plan + self.added[self.rus]
        self.share, self.related = share, related
        self.amount = [share[i] * forecast[i] for i in self.actors]
        self.planned = plan * forecast[self.rus]

    def review_moves(self, i: int, when: str) -> float:
        """What the review does this year ("now") or next to the target of those on their way to it."""
        goal = self.b("pledge_next", i)
        bound = self.b("path_next", i) <= goal + 1e-6 and goal > self.start["share"][i]
        return exp(self.target * self.b(f"progress_{when}") if bound else 0.0)

    def vote_ally(self, i: int, year: int, us_off: float, rest_off: float) -> tuple[float, float]:
        p, on, do, s = self.p, self.on, self.do, self.shock
        chance = 1 - (1 - p["government_turnover"]) ** self.b("election", i)
        if on["turnover"] and s["turnover"][year][i] < chance:
            self.will[i] = clip(self.will[i] + p["will_turnover"] * s["will"][year][i], 0, 1)
        pressure = (p["us_pressure_strong"], 1.0, 0.0)[self.us if on["us_pressure"] else int(self.start["stance"])]
        pressure = float(do["us_pressure"]) if do["us_pressure"] >= 0 else pressure
        hold = clip(1 + p["us_pressure"] * (pressure - 1), 0, 1.5)
        w = clip(on["pledge"] * self.will[i] * hold, 0, 1)
        own, moves = self.share[i] - self.added[i], self.review_moves(i, "next")
        wanted = self.led(own, self.b("target_next", i) * moves, w)
        if not on["pledge"]:
            wanted = log(self.b("defence_next", i) / self.b("defence", i))

        rival = self.seen[1] if i == self.rus else self.threat()
        elasticity = p["reaction_elasticity"] if on["reaction"] and self.variant["reaction"] else 0.0
        answer = p["reaction_speed"] * (elasticity * rival - self.reaction[i])
        self.reaction[i] += answer
        pushed = 0.0
        if on["free_riding"]:
            by_us = us_off - self.us_off if i != self.usa else 0.0
            pushed -= p["free_riding_us"] * by_us + p["free_riding_rest"] * (rest_off - self.rest_off[i])
        if on["remarks"]:
            pushed += p["remark_willingness"] * self.words[0] + p["adversary_willingness"] * self.words[1]
        wanted += answer + pushed
        if on["limits"]:
            deficit = self.deficit_ratio[i] - p["deficit_limit"] - self.b("fiscal_room", i)
            stress = p["stress_of_deficit"] * plus(deficit) + plus(self.ratio[i] - p["debt_limit"])
            wanted = min(wanted * exp(-p["fiscal_limit"] * stress) if wanted > 0 else wanted, p["absorption_growth"])
        weight, error = self.news(year, i, "reach_next")
        wanted += self.common + p["share_shock_persistence"] * self.noise[i]
        announced = log(self.b("path_next", i) * moves / own) + self.reaction[i] + pushed
        share = own * exp((1 - weight) * wanted + weight * announced + error)
        self.noise[i] = error
        effort = p["related_effort"] * (p["related_without_will"] + self.will[i]) * hold * on["pledge"]
        if do["full_will"] > 0:
            effort = 1.0
        if i not in self.allies:
            return share, 0.0
        goal = float(self.start["related_target"])
        step = effort * self.b("related_tier") * (goal - self.related_start[i]) / self.start["related_years"]
        return share, min(max(self.related[i], goal), self.related[i] + step)

    def vote_russia(self, year: int, reacted: float, forecast: float) -> tuple[float, float]:
        """Outcome and plan, shares of GDP."""
        p, on, rus = self.p, self.on, self.rus
        last = self.share[rus] * self.planned / self.amount[rus] - self.added[rus]
        kept = (1.0, p["rival_ceasefire_part"], 0.0)[self.war]
        long_run = kept * p["rival_war_share"] + (1 - kept) * p["rival_peace_share"]
        need = long_run if on["war_need"] else last
        cut = on["strain_cut"] * p["rival_strain_cut"] * (1 - self.tools)
        news = on["shocks"] * p["rival_share_shock"] * self.shock["share"][year][rus]
        free = log(last) + p["rival_need_speed"] * log(need / last) + reacted - cut + news
        self.law_ratio += p["law_share_speed"] * (p["law_share"] - self.law_ratio)
        announced = on["plans"] * self.b("law_plan_next") * 1000 / self.law_ratio / forecast
        delivering = self.do["deliver_cut"] > 0
        weight = (1.0 if delivering else p["plan_weight"]) if announced > 0 else 0.0
        plan = exp((1 - weight) * free + (weight * log(announced) if weight else 0.0))
        if delivering and not announced > 0:
            plan = min(plan, self.share[rus])
        overrun = p["overrun_war" if self.war == 0 else "overrun_peace"] * on["overrun"]
        return plan * exp(min(overrun, 0.0) if delivering else overrun), plan

    def vote_ukraine(self) -> float:
        p, before = self.p, self.share[self.ukr] - self.added[self.ukr]
        begin = self.share_start[self.ukr]
        need = (begin, p["attacked_ceasefire_share"] * begin, p["attacked_peace_share"])[self.war]
        if not self.on["war_need"]:
            need = before
        return before * (need / before) ** p["rival_need_speed"]


def trace(inputs: Any, roles: Any, years_ahead: int, future: int) -> dict[str, np.ndarray]:
    """All outputs of one future, name → [T] or [T, actor]."""
    one = Future(inputs, roles, years_ahead, future)
    rows, year = [], 1
    for t, fourth in enumerate(one.base["fourth"]):
        rows.append(one.quarter(t, year))
        year += int(fourth)
    return {name: np.array([row[name] for row in rows]) for name in rows[0]}
