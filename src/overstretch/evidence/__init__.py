"""Is it right: proper scores, out-of-sample backtests, estimates with intervals. `run_all` reproduces every figure."""

from __future__ import annotations

from overstretch.evidence.published import published_estimates, published_scores
from overstretch.evidence.run import run_all

__all__ = ["published_estimates", "published_scores", "run_all"]
