"""What went wrong, for people in a browser: no folders of the machine, no options of the command line."""

from __future__ import annotations

import logging
import re

from overstretch.app.work import Busy, Stopped
from overstretch.errors import InputError

NAMES = {
    "--as-of": "Known up to",
    "--futures": "Futures",
    "--seed": "Seed",
    "--horizon": "Horizon",
    "--by": "Speaker",
    "--date": "Day",
    "--register": "The list of statements",
    "--question": "Question",
    "--do": "Intervention",
    "--off": "Mechanism",
    "--facts": "Own figures",
}
INSIDE = "Something went wrong inside the program; its log has the fault. Try again, or with fewer futures."
_FLAG = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_FOLDER = re.compile(r"(?<![\w:/.])/(?:[^\s/:]+/)+")
_LOG = logging.getLogger(__name__)


def told(fault: BaseException) -> str:
    """The message of a fault; of one of the program's own that there is one, and the log has it whole."""
    if isinstance(fault, (InputError, Busy, Stopped)):
        return plain(str(fault))
    _LOG.error("a job failed: %s", fault, exc_info=fault)
    return INSIDE


def plain(text: str) -> str:
    """A message of the library with options by their names on the page and files without their folders."""
    made = _FLAG.sub(lambda found: NAMES.get(found[0], found[0].strip("-").replace("-", " ")), placeless(text))
    return made if re.match(r"\S*[./]\S", made) else made[:1].upper() + made[1:]


def placeless(text: str) -> str:
    """A message in which files stand without their folders."""
    return _FOLDER.sub("", text)
