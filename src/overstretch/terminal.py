"""The one door to the terminal: what comes from outside can neither act on it nor be read as markup.

Articles, servers and tables of figures bring words that nobody has looked at: names, titles, headers, addresses. A
control
character among them could move the cursor or write over what stands there, a square bracket could be taken for a style.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import typer
from rich.console import Console, RenderableType
from rich.console import ConsoleOptions as Options
from rich.segment import Segment
from rich.text import Text

_HIDDEN = re.compile(r"[^\n\t\x20-\x7e]")


def printable(text: str) -> str:
    """The text without control, bidirectional and other invisible characters; spaces of any kind stay spaces."""
    return _HIDDEN.sub(lambda found: _shown(found[0]), text)


def _shown(character: str) -> str:
    return character if character.isprintable() else " " if character.isspace() else ""


def escaped(json: str) -> str:
    r"""A JSON text with every invisible character in it as \uXXXX: the same values, and nothing that acts on a
    terminal."""
    return _HIDDEN.sub(lambda found: found[0] if found[0].isprintable() else _code(found[0]), json)


def _code(character: str) -> str:
    units = character.encode("utf-16-be", errors="surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def say(text: object = "", *, err: bool = False, fg: str | None = None) -> None:
    """A line on standard output, or on standard error."""
    plain = printable(str(text))
    try:
        typer.secho(plain, fg=fg, err=err)
    except UnicodeEncodeError:  # a terminal that cannot show a letter still shows the rest
        typer.secho(plain.encode("ascii", errors="replace").decode(), fg=fg, err=err)


class _Door(Console):
    """A console that takes plain text for plain text, and lets nothing invisible through whatever it was wrapped in."""

    def render(self, renderable: RenderableType, options: Options | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=printable(segment.text))


def console(**options: Any) -> Console:
    """A console for tables and styled text; strings are never markup (style them with `styled`)."""
    return _Door(markup=False, highlight=False, emoji=False, **options)


def styled(text: object, style: str = "") -> Text:
    """Text in a style, whatever brackets it holds."""
    return Text(printable(str(text)), style=style)
