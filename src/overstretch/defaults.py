"""What every run takes where nothing is given, and how much of it is accepted: declared once for commands, app, Python
and docs."""

from __future__ import annotations

REFERENCE_SYSTEM = "nato-russia"
DEFAULT_FUTURES = 10_240
APP_FUTURES = 1_024  # of a check in the app, which holds little memory and serves several people
MOST_FUTURES = 1_048_576
MOST_IN_MEMORY = 40_960  # 24 kB a future
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)  # of what is shown, or kept in place of every future
CONTRAST_FUTURES = 2_048  # of a world paired with the base world's first ones
DEFAULT_POLICIES = 24  # of a search
POLICY_FUTURES = 512  # of each of them
DEFAULT_SEED = 1
MOST_SEED = 2**31 - 1
NEWEST = "now"  # the cut-off of a run without words: the newest figures held
DEFAULT_AS_OF = "both"  # the cut-off of words: the newest figures, and beside them what was known on the day said
FIRST_HORIZON = 2024  # of words whose day is not known yet: the first year of which futures are made
LAST_YEAR = 2040
