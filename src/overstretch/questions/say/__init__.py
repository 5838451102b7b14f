"""Questions in words: the claim as a plain sentence, the question, the moment, and how it resolves."""

from __future__ import annotations

from overstretch.questions.say.clauses import ask, claim, defaults, lower
from overstretch.questions.say.named import moment, quantity
from overstretch.questions.say.resolution import rule

__all__ = ["ask", "claim", "defaults", "lower", "moment", "quantity", "rule"]
