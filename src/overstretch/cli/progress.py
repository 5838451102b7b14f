"""Progress on a terminal, silent elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from overstretch.terminal import console

ANSWERING = (
    ("read", "Reading"),
    ("compile", "Making questions"),
    ("simulate", "Simulating"),
    ("judge", "Judging"),
    ("report", "Writing the report"),
)  # of a check, in their order


@contextmanager
def stages(*names: tuple[str, str]) -> Iterator[Callable[[str, float], None]]:
    """A bar per stage, (key, label); yields tell(stage, done) with done in 0 to 1."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    order = [key for key, _ in names]
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=console(stderr=True),
        transient=True,
    ) as bars:
        tasks = {key: bars.add_task(label, total=1.0, start=False) for key, label in names}

        def tell(stage: str, done: float) -> None:
            for earlier in order[: order.index(stage)]:
                bars.update(tasks[earlier], completed=1.0)
                bars.stop_task(tasks[earlier])
            if bars.tasks[tasks[stage]].start_time is None:
                bars.start_task(tasks[stage])
            bars.update(tasks[stage], completed=done)

        yield tell
