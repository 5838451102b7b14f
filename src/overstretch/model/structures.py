"""What a step takes and returns, as plain containers of arrays.

Shapes: A actors, F futures, T quarters. `[A, F]` unless stated. Money is local currency (bn) at current prices unless
named real (constant prices) or dollars (bn 2021 USD).
"""

from __future__ import annotations

from typing import Any, NamedTuple

Array = Any  # jax.Array in the laws, numpy.ndarray while a run is prepared


class Roles(NamedTuple):
    """Place of the rival on the actor axis (static); the other roles are masks in Start, so that a system may lack
    them."""

    rival: int


class Baseline(NamedTuple):
    """The forecast of the day by quarter, [T] or [T, A]; the same for all futures."""

    now: Array  # decimal year at the quarter's start
    second: Array  # 1 in the second quarter, when the fund is credited with the closed year's excess
    fourth: Array  # 1 in the fourth quarter, when budgets are voted
    inauguration: Array  # 1 in the first quarter of the protector's new term
    election: Array  # [T, A] years that a vote's chance of a turnover covers: 1 every year, or by a dated calendar
    review: Array  # 1 in the quarter of the review
    progress_now: Array  # 0 at the review, 1 at the pledge's target year: phases a changed target in
    progress_next: Array  # the same for the next budget year
    real: Array  # real GDP of the quarter
    price: Array  # GDP deflator
    inflation: Array  # consumer price inflation, year on year
    effective_rate: Array  # effective interest rate, a year
    primary: Array  # primary balance over the quarter's GDP
    stock_flow: Array  # stock-flow adjustment over the quarter's GDP
    debt_ratio: Array  # debt over the last four quarters' GDP
    defence: Array  # the baseline's own core defence path m0, share of GDP, this quarter's year
    defence_next: Array  # the same, next year
    related_tier: Array  # [T] 1 once the related tier is agreed
    path: Array  # pledged core path of each ally (own dated plan, else 3.5%), this quarter's year
    path_next: Array
    reach: Array  # years from the cut-off to this quarter's year where an own plan covers it, -1 = no plan
    reach_next: Array  # the same, next year
    target: Array  # share that the pledge asks for (an opted-out ally's own level), this quarter's year; 0 = none
    target_next: Array
    pledge: Array  # path to the pledge itself (3.5% for all), this quarter's year
    pledge_next: Array  # path to the pledge itself (3.5% for all), next year
    weight: Array  # quarter's part of the calendar year's nominal GDP
    nominal_next: Array  # next calendar year's nominal GDP
    fiscal_room: Array  # admitted deficit beyond 3% while the escape clause runs, share of GDP
    rule_price: Array  # [T] base price of the fiscal rule as published, USD a barrel, 0 = none
    rule_open: Array  # [T] 1 in years whose base price no law or draft of the day sets
    key_rate: Array  # [T] path of the key rate by the newest survey, 0 = none
    key_rate_next: Array  # [T] the same, a quarter later
    oil_known: Array  # [T] Urals of a published quarter, then of the newest month as the start of the next; 0 = none
    oil_unknown: Array  # [T] part of the quarter whose oil price was not published
    inflation_unknown: (
        Array  # [T] 0 where the rival's prices of the quarter's end were published, below 1 where some months were
    )
    inflation_gap: (
        Array  # [T] distance of the rival's last forecast of a December from the forecast of means; 0 up to it
    )
    inflation_after: Array  # [T] quarters since then
    fund_months: Array  # [T] from the fund's newest month to the quarter's end
    fund_unknown: Array  # [T] part of the quarter after the newest month of the fund
    # [T] while the fund is carried by what is known: flow beside the rule that leaves the fund where it stands, trn RUB
    # a year
    fund_drift: Array
    december_mean: Array  # [T] in December's quarter: what past Decembers took on average, trn RUB; else 0
    law_plan_next: Array  # [T] the rival: announced national-defence line for next year, trn RUB, 0 = none


class Start(NamedTuple):
    """Where the system stands at the cut-off, by actor [A] or scalar; the same for all futures."""

    real_before: Array  # [8, A] the eight quarters before the first, oldest first
    nominal_before: Array  # [8, A]
    debt: Array  # money
    share: Array  # core share of the last year known
    share_hold: Array  # core share of 2024, held in contrast worlds
    share_reference: Array  # mean core share of the years known since 2014
    share_2021: Array
    revised: Array  # part of the first estimate's revision error that the last share still has
    behind: Array  # years by which the own last share is older than the allies' last year
    dollars: Array  # bn 2021 USD per bn of real local currency
    military_ppp: Array  # purchasing power of military spending over its dollar value (Russia: drawn)
    equipment_share: Array
    demand_scale: Array  # sd of quarterly demand shocks, log
    output_scale: Array  # the same without what slumps add: scale of revisions of output
    share_scale: Array  # sd of yearly log changes of the share
    ally: Array  # masks, 0/1
    rival: Array  # who the allies arm against
    protector: Array  # the ally that reinforces from afar and may withdraw; may be nobody
    attacked: Array  # whom the rival is at war with; may be nobody
    european: Array
    euro: Array
    flank: Array
    armed: Array  # has forces
    monetary: Array  # own reaction of monetary policy (0: follows the forecast with error)
    members: Array  # number of allies
    related_target: Array  # share of GDP
    related_years: Array  # from the pledge to its target year
    related_agreed: Array  # 1 where a related tier is agreed or spent at all
    core_target: Array  # share of GDP
    war_economy: Array  # 1 where instruments meet the rival's rise
    war: Array  # state of the war at the cut-off: 0 active, 1 ceasefire, 2 settled (or none)
    stance: Array  # the protector's at the cut-off: 0 strong, 1 transactional, 2 withdrawn
    fund: Array  # liquid wealth fund, trn RUB
    rule_excess: Array  # [2] see State.excess
    fund_reference: Array  # value at which its room counts as full
    key_rate: Array
    unemployment: Array
    unemployment_reference: Array
    oil_price: Array  # newest Urals month, else Brent of the last known quarter
    discounted: Array  # 1 where oil_price is Brent
    fell: Array  # 1 where GDP fell in the last known quarter, seasonally adjusted
    law_amount: Array  # national-defence line of the current year, trn RUB
    law_total: Array  # wider military spending of the current year, trn RUB
    total_known: Array  # 1 where that is published, else it is the line over the middle of its part
    # the rival's military spending in the year its stock is measured against, market rates, bn 2021 USD a year
    prewar_spending: Array


class Controls(NamedTuple):
    """Switches, structural variants and interventions as per-future arrays; -1 (or 0 in a mask) means 'not set'."""

    on: dict[str, Array]  # [F] each
    variant: dict[str, Array]  # [F] option index per axis
    hold: Array  # [A, F] 1 = burden held at its 2024 level
    fixed_share: Array  # [A, F] share of GDP from the next budget on, -1 = free
    add_share: Array  # [A, F] added to the voted share
    full_will: Array  # [F] 1 = pledge kept: every ally ends at its path
    us_pressure: Array  # [F] -1 free, else pressure (0 none, 1 as at the cut-off, 2 harder)
    us_withdraws: Array  # [F] year, -1 = free
    oil_price: Array  # [F] Urals, USD a barrel, -1 = free
    ceasefire: Array  # [F] decimal year from which a ceasefire holds for four quarters, -1 = free
    war_ends: Array  # [F] decimal year of settlement, -1 = free
    review: Array  # [F] forced result 0..3, -1 = free
    deliver_cut: Array  # [F] 1 = Russia's announced plan delivered
    finance: Array  # [F] debt-financed share of the rise, -1 = free
    cuts: Array  # [F] share of what is not debt-financed that other spending gives up, the rest is taxes; -1 = free


class Shocks(NamedTuple):
    """All draws of a block; those that lead with T are handed out quarter by quarter."""

    world: Array  # [T, F] standardised Student-t
    europe: Array  # [T, F]
    demand: Array  # [T, A, F]
    inflation: Array  # [T, A, F]
    oil: Array  # [T, F]
    key_rate: Array  # [T, F] normal
    fund: Array  # [T, F] normal
    cohesion: Array  # [T, F] normal
    doubt: Array  # [T, F] normal
    remarks: Array  # [T, 2, F] normal: NATO, Russia
    war: Array  # [T, F] uniform
    share: Array  # [T, A, F] standardised Student-t, used in the fourth quarter
    share_common: Array  # [Y, F] the same, common to all allies
    turnover: Array  # [T, A, F] uniform, used in the fourth quarter
    will: Array  # [T, A, F] normal, used in the fourth quarter
    inauguration: Array  # [T, F] uniform
    review: Array  # [4, F] Gumbel
    revision: Array  # [A, F] standardised Student-t
    output: Array  # [A, F] the same: error of what is published of the first year's output
    clock: Array  # [7, F] unit exponential thresholds, by event
    fate: Array  # [2, F] uniform: regime end, state collapse


class State(NamedTuple):
    """All that one quarter hands to the next."""

    supply: Array  # log deviation of potential output
    gap: Array  # output gap, deviation
    momentum: Array  # demand shocks still arriving, a quarter
    inflation: Array  # annual rate, deviation
    rate: Array  # policy rate, deviation
    price: Array  # log deviation of the price level
    real_lags: Array  # [4, A, F] last four quarters' real GDP, oldest first
    nominal_lags: Array  # [4, A, F]
    debt: Array  # money
    effective: Array  # deviation of the effective rate
    deficit_ratio: Array  # last quarter's deficit over GDP
    debt_ratio: Array
    debt_ratio_baseline: Array  # [A] the baseline's, same quarter
    share: Array  # core share of the current budget year as the law sets it
    added: Array  # part of the share that an intervention added to what the law votes
    amount: Array  # core spending of the current year, money
    planned: Array  # the same before any overrun
    related: Array  # related share of the current year
    related_start: Array
    share_start: Array  # last known share with its revision error
    extra: Array  # new spending above the baseline's path, share of GDP, last quarter
    will: Array
    noise: Array  # last year's own error of log growth
    common: Array  # [F] growth of burdens common to all allies, log a year
    reaction: Array  # accumulated log effect of the reaction
    deviation_protector: Array  # [F] log deviation of the protector from the common path at the last vote
    deviation_rest: Array  # the other allies' mean log deviation, as seen by each actor
    path_factor: Array  # [F] log change of the target by the review
    rescoped: Array  # [F] share of GDP admitted to core by the review
    review_result: Array  # [F]
    pipeline: Array  # [3, A, F] orders under way, dollars at military purchasing power
    deliveries: Array
    equipment: Array
    equipment_reference: Array  # [F] the rival's, as of the year that its stock is measured against
    depot_start: Array  # [F] returnable at the start, dollars at military purchasing power
    depot: Array  # [F]
    law_ratio: Array  # [F] budget-law line over the wider definition
    fund: Array  # [F]
    # [2, F] oil above the fiscal rule's price, USD a barrel times years: this year's so far, the closed year's not yet
    # in the fund
    excess: Array
    log_oil: Array  # [F]
    felt_oil: Array  # [F] log oil price as output has felt it
    squeeze: Array  # [F] taxes raised and spending cut for what no instrument carries, over GDP, last quarter
    key_rate: Array  # [F] baseline path of the key rate
    borrowing: Array  # [F] room
    imports: Array  # [F] room
    tools_left: Array  # [F]
    tools_start: Array  # [F] at the cut-off
    war: Array  # [F] 0 active, 1 ceasefire, 2 settled
    guard: Array  # [F] quarters for which a forced ceasefire still holds
    perceived: Array  # [2, F] log perceived effort of the other side, from the start: by the allies, by the rival
    intent: Array  # [F]
    remarks: Array  # [2, F]: the allies', the rival's
    stance: Array  # [F] the protector's: 0 strong, 1 transactional, 2 withdrawn
    cohesion: Array  # [F]
    doubt: Array  # [F]
    hazard: Array  # [7, F] cumulative hazards, by clock (CLOCKS)
    in_office: Array  # [F] probability that the ruler is still in office
    incidence: Array  # [5, F] cumulative incidence: irregular, forced, voluntary, natural, regime end
    inequality: Array  # [F] spread of log burdens at the start
    bloc: Array  # [4, F] logs at the start: share of the allies, of the rival, equipment of the allies, of the rival


# Events decided by a unit-exponential threshold on their cumulative hazard.
CLOCKS: tuple[str, ...] = ("exit", "dissolution", "us_drawdown", "irregular", "forced", "voluntary", "natural")
