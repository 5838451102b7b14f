"""What a run lacks at a cut-off: a series that was not held, and the laws whose answers rest on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from overstretch.facts import entity, variable


@dataclass(frozen=True)
class Lack:
    """Figures of a variable not held on `day`: of `entities` (empty: of anybody), used by `laws` (empty: by every
    law)."""

    variable: str
    entities: tuple[str, ...]
    laws: tuple[str, ...]
    day: str

    @property
    def words(self) -> str:
        """In words, for a note or a reader."""
        named = [entity(code).name for code in self.entities[:3]]
        more = [f"{len(self.entities) - 3} more"] if len(self.entities) > 3 else []
        whose = f" ({', '.join([*named, *more])})" if named else ""
        return f"figures were not held on {self.day}: {variable(self.variable).description}{whose}"

    def bears_on(self, laws: Collection[str], parties: Collection[str]) -> bool:
        """Whether an answer by these laws about these parties rests on what is lacking."""
        return (not self.laws or bool(set(self.laws) & set(laws))) and (
            not self.laws or not self.entities or bool(set(self.entities) & set(parties))
        )
