"""A progress bar for the reindex, on the error stream of a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from bot.terminal.console import open_console
from index.answers import Progress


@contextmanager
def bar() -> Iterator[Callable[[Progress], None]]:
    """A bar that is gone when the work is done; what it yields may be called in any thread."""
    columns = (
        TextColumn("Indexing"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files, {task.fields[passages]} passages"),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=open_console(colour=True, stderr=True), transient=True) as bars:
        task = bars.add_task("index", total=None, passages=0)

        def show(progress: Progress) -> None:
            bars.update(
                task, completed=progress.done, total=progress.total, passages=progress.passages
            )

        yield show
