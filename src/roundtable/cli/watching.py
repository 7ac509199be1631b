"""How downloads go on, on the console: bars on a terminal, else a line for each file."""

from contextlib import AbstractContextManager
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskID,
    TextColumn,
    TransferSpeedColumn,
)

from roundtable.sources import SourceFile
from roundtable.sources.download import Watcher


def watcher(console: Console, folder: Path) -> "Lines":
    """Return what suits the console.

    Parameters
    ----------
    console
        Where to tell it.
    folder
        The folder of the downloads.
    """
    return Bars(console, folder) if console.is_terminal else Lines(console, folder)


class Lines(Watcher, AbstractContextManager):
    """One line for each file, when it has come or failed."""

    def __init__(self, console: Console, folder: Path) -> None:
        self.console, self.folder = console, folder
        self.turn = ""

    def __exit__(self, *_: object) -> None:
        """Leave the lines as they are."""

    def begins(self, file: SourceFile, *, at: int, of: int) -> None:
        """Remember the number of the file."""
        self.turn = f"{at} of {of}"

    def ends(self, file: SourceFile, *, failure: str) -> None:
        """Print how it went; the reason of a failure follows with all others at the end."""
        size = 0 if failure else (self.folder / file.name).stat().st_size
        how = "failed" if failure else f"{size:,} bytes"
        self.console.print(f"{self.turn}  {file.name}: {how}", markup=False, soft_wrap=True)


class Bars(Lines):
    """A bar with bytes and speed for the file that is coming, above it a line for each before."""

    def __init__(self, console: Console, folder: Path) -> None:
        super().__init__(console, folder)
        self.progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            console=console,
            transient=True,
        )
        self.task: TaskID | None = None

    def __enter__(self) -> "Bars":
        """Show the bar."""
        self.progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        self.progress.stop()

    def begins(self, file: SourceFile, *, at: int, of: int) -> None:
        """Put a new bar in place of the last."""
        super().begins(file, at=at, of=of)
        if self.task is not None:
            self.progress.remove_task(self.task)
        name = f"{at} of {of}  {Path(file.name).name}"
        self.task = self.progress.add_task(name, total=None)

    def received(self, done: int, size: int | None) -> None:
        """Move the bar; without a size it only counts the bytes."""
        if self.task is not None:
            self.progress.update(self.task, completed=done, total=size)
