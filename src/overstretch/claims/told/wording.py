"""Likelihood words, always with numbers, and the sentences of an answer. No sentence says what the future brings.

The scale is that of the IPCC's guidance note (Mastrandrea et al. 2010), read alike from both ends: a chance and its
complement
get matching words, whatever the verb, the speaker or the side. A number is printed no finer than the record of such
answers
allows: where no law behind it was ever scored, as "about one in four".
"""

from __future__ import annotations

from fractions import Fraction

from overstretch.questions.say.figures import MINUS, amount

SCALE = (
    (0.99, "virtually certain"),
    (0.95, "extremely likely"),
    (0.90, "very likely"),
    (2 / 3, "likely"),
    (1 / 3, "about as likely as not"),
    (0.10, "unlikely"),
    (0.05, "very unlikely"),
    (0.01, "extremely unlikely"),
    (0.0, "exceptionally unlikely"),
)
_PARTS = [Fraction(1, n) for n in (50, 20, 10, 5, 4, 3)] + [Fraction(2, 5), Fraction(1, 2)]
_COARSE = sorted({*_PARTS, *(1 - part for part in _PARTS)})
_SMALL = {
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    9: "nine",
    10: "ten",
    19: "19",
    20: "20",
    49: "49",
    50: "50",
}


def word(p: float, fine: bool = True) -> str:
    """The likelihood word of a probability as it is printed, so that one number never has two words; the complement's
    is the matching one."""
    return _word(_printed(p, fine))


def _word(p: float) -> str:
    if p < 0.5:
        mirrored = {
            "virtually certain": "exceptionally unlikely",
            "extremely likely": "extremely unlikely",
            "very likely": "very unlikely",
            "likely": "unlikely",
        }
        return mirrored.get(_word(1 - p), "about as likely as not")
    return next(name for least, name in SCALE if p >= least)


def _printed(p: float, fine: bool) -> float:
    """The number that is printed: whole hundredths, or a plain part; beyond the first and the last hundredth as it
    is."""
    if not 0.01 <= p <= 0.99:
        return p
    return round(p, 2) if fine else float(_part(p))


def chance(p: float, fine: bool = True) -> str:
    """A probability as people say it: '18 in 100', 'under 1 in 100'; coarse: 'about one in four'."""
    if not fine:
        return coarse(p)
    if p < 0.01:
        return "under 1 in 100"
    if p > 0.99:
        return "over 99 in 100"
    return f"{round(100 * p)} in 100"


def coarse(p: float) -> str:
    """A probability to the nearest plain part: 'about one in four', 'under one in 50'."""
    if p < 0.01:
        return "under one in 100"
    if p > 0.99:
        return "over 99 in 100"
    part = _part(p)
    return f"about {_SMALL[part.numerator]} in {_SMALL[part.denominator]}"


def _part(p: float) -> Fraction:
    return min(_COARSE, key=lambda f: abs(_logit(float(f)) - _logit(p)))


def _logit(p: float) -> float:
    from math import log

    return log(p / (1 - p))


def likelihood(p: float, interval: tuple[float, float], fine: bool = True) -> str:
    """The word with its number and interval: 'unlikely: 24 in 100 (11 to 40)'."""
    if not fine:
        return f"{word(p, False)}: {coarse(p)}"
    limits = spread(interval)
    return f"{word(p)}: {chance(p)} ({limits})" if limits else f"{word(p)}: {chance(p)}"


def spread(limits: tuple[float, float] | None) -> str:
    """An interval in hundredths: '11 to 40'; 'to within 1' where both ends are the same number, empty where both are
    beyond one end."""
    if limits is None:
        return ""
    low, high = (bare(end) for end in limits)
    if low != high:
        return f"{low} to {high}"
    return "" if low.startswith(("under", "over")) else "to within 1"


def bare(p: float) -> str:
    """A probability as a bare number of hundredths."""
    return "under 1" if p < 0.01 else "over 99" if p > 0.99 else f"{round(100 * p)}"


def effect_words(effect: float, interval: tuple[float, float], unit: str) -> str:
    """The causal effect in words: points of probability, or the unit of what was measured."""
    if unit == "probability":
        low, high = (signed(100 * end, 1) for end in interval)
        return f"{signed(100 * effect, 1)} points of probability ({low} to {high})"
    if unit in ("% of GDP", "%"):
        low, high = (signed(end, 2) for end in interval)
        return f"{signed(effect, 2)} {'points of GDP' if unit == '% of GDP' else 'points'} ({low} to {high})"
    values = (effect, *interval)
    texts = [("+" if v > 0 else "") + amount(v, unit, 2) for v in values]
    if all(amount(v, unit, 2) == amount(0.0, unit, 2) for v in values):
        return f"about {amount(0.0, unit, 2)}"
    return f"{texts[0]} ({texts[1]} to {texts[2]})"


def signed(value: float, digits: int) -> str:
    """A number with its sign and a true minus; 'about 0' where it would be rounded to nothing."""
    text = f"{value:+.{digits}f}"
    return "about 0" if float(text) == 0 else text.replace("-", MINUS)
