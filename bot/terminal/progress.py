"""A progress bar for the reindex, on the error stream of a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from bot.terminal.console import open_console
from bot.wording.state import progress_line
from bot.wording.voice import Voice
from index.reports import Progress


@contextmanager
def bar(voice: Voice) -> Iterator[Callable[[Progress], None]]:
    """A bar that is gone when the work is done; what it yields may be called in any thread."""
    columns = (
        TextColumn(voice("admin.reindex_title"), markup=False),
        BarColumn(),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=open_console(colour=True, stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)

        def show(progress: Progress) -> None:
            said = progress_line(progress, voice)
            bars.update(task, completed=progress.done, total=progress.total, description=said)

        yield show
