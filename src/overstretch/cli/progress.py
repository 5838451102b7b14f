"""Progress on a terminal, silent elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

from overstretch.progress import STAGES
from overstretch.terminal import console


class Told:
    """tell(stage, done), done in 0 to 1; `paused` takes the bars off the terminal while something else is printed."""

    def __init__(self, bars: Progress, tasks: dict[str, TaskID]) -> None:
        self._bars, self._tasks, self._order = bars, tasks, list(tasks)

    def __call__(self, stage: str, done: float) -> None:
        tasks, bars = self._tasks, self._bars
        for earlier in self._order[: self._order.index(stage)]:
            bars.update(tasks[earlier], completed=1.0)
            bars.stop_task(tasks[earlier])
        if bars.tasks[tasks[stage]].start_time is None:
            bars.start_task(tasks[stage])
        bars.update(tasks[stage], completed=done)

    @contextmanager
    def paused(self) -> Iterator[None]:
        self._bars.stop()
        try:
            yield
        finally:
            self._bars.start()


def beside(tell: Told, show: Callable[..., None]) -> Callable[..., None]:
    """The same printing with the bars out of its way."""

    def printed(*arguments: object) -> None:
        with tell.paused():
            show(*arguments)

    return printed


@contextmanager
def stages(*names: str, **labels: str) -> Iterator[Told]:
    """A bar per stage of progress.STAGES; labels: what a stage is called here, or a further one."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    shown = console(stderr=True)
    shown.quiet = not shown.is_terminal  # a bar that is stopped leaves an empty line elsewhere
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=shown,
        transient=True,
    ) as bars:
        called = {name: STAGES[name].label for name in names} | labels
        tasks = {name: bars.add_task(label, total=1.0, start=False) for name, label in called.items()}
        yield Told(bars, tasks)
