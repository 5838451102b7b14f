"""Likelihood words, always with numbers, and the sentences of a verdict. No sentence says what the future brings."""

from __future__ import annotations

SCALE = (  # as the IPCC's guidance note (Mastrandrea et al. 2010) sets them
    (0.99, "virtually certain"), (0.95, "extremely likely"), (0.90, "very likely"), (0.66, "likely"),
    (0.50, "more likely than not"), (0.33, "about as likely as not"), (0.10, "unlikely"), (0.05, "very unlikely"),
    (0.01, "extremely unlikely"), (0.0, "exceptionally unlikely"),
)  # fmt: skip


def percent(p: float) -> str:
    """A probability in percent, with a decimal below 10% and never rounded to 0 or 100."""
    if p < 0.001:
        return "<0.1%"
    if p > 0.999:
        return ">99.9%"
    return f"{100 * p:.1f}%" if p < 0.1 or p > 0.99 else f"{100 * p:.0f}%"


def likelihood(p: float, interval: tuple[float, float]) -> str:
    """The word with its figure and interval, e.g. 'unlikely (24%, 11% to 40%)'."""
    word = next(word for least, word in SCALE if p >= least)
    figure, low, high = percent(p), percent(interval[0]), percent(interval[1])
    return f"{word} ({figure})" if figure == low == high else f"{word} ({figure}, {low} to {high})"


def effect_words(effect: float, interval: tuple[float, float], unit: str) -> str:
    """The causal effect in words: points of probability, or the unit of what was measured."""
    if unit == "probability":
        low, high = (signed(100 * end, 1) for end in interval)
        return f"{signed(100 * effect, 1)} percentage points ({low} to {high})"
    gap = "" if unit.startswith("%") else " "
    return f"{signed(effect, 2)}{gap}{unit} ({signed(interval[0], 2)} to {signed(interval[1], 2)})"


def signed(value: float, digits: int) -> str:
    """A number with its sign and a true minus; 'about 0' where it would be rounded to nothing."""
    text = f"{value:+.{digits}f}"
    return "about 0" if float(text) == 0 else text.replace("-", "\u2212")
