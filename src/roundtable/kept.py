"""What the kernels of one build share: values that follow from files, each made once.

Every briefing is built in a kernel of its own, and each would read the same register, reviews
and claims anew. The builder therefore gives its kernels a folder, by the variable
``ROUNDTABLE_KEPT``, in which the first that needs a value leaves it for the others. The folder
is made for one build, is readable by its user alone, and goes with the build; what a killed build
left goes with the next one. Without the variable, as in a notebook that somebody opens, every
value is made where it is needed.
"""

import fcntl
import gc
import hashlib
import os
import pickle
import shutil
import stat
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from roundtable import paths

VARIABLE = "ROUNDTABLE_KEPT"
"""Names the folder of the build that is under way."""

Value = TypeVar("Value")


def once(read: Callable[[Path | None], Value]) -> Callable[[Path | None], Value]:
    """Let a function that reads a file or folder do so once, for all kernels of a build.

    Parameters
    ----------
    read
        Takes a path, or None for the workspace's own. What it returns depends on nothing but
        files below ``data`` and ``notebooks/text``, and can be pickled.

    Returns
    -------
    callable
        The same, with ``cache_clear`` as of `functools.lru_cache`. Only what belongs to the
        workspace is shared between kernels; of other files each process reads its own.
    """
    named = f"{read.__module__}.{read.__qualname__}"

    @lru_cache(maxsize=4)
    def known(path: Path | None) -> Value:
        if path is not None and not path.is_relative_to(paths.data()):
            return read(path)
        return made(named, lambda: read(path), of=str(path))

    @wraps(read)
    def reading(path: Path | None = None) -> Value:
        return known(path)

    reading.cache_clear = known.cache_clear  # type: ignore[attr-defined]
    return reading


def shared() -> bool:
    """Tell whether this process is one of a build, whose kernels share what they make."""
    return bool(os.environ.get(VARIABLE))


def made(name: str, make: Callable[[], Value], *, of: str = "") -> Value:
    """Return a value that was made before in this build, or make it and leave it for others.

    Parameters
    ----------
    name
        What it is.
    make
        Makes it. What it makes must follow from the files that `state` reads, and from `of`.
    of
        All else that it depends on.

    Returns
    -------
    object
        The value. A file that is damaged, or was left from another state, counts as missing.
    """
    if not shared():
        return make()
    # The state stands in the name: what was made of other bytes is not even opened.
    key = hashlib.sha256("\n".join([state(paths.home()), name, of]).encode()).hexdigest()
    file = Path(os.environ[VARIABLE], f"{name}-{key[:32]}.pickle")
    try:
        content = file.read_bytes()
        total, pickled = content[:_LENGTH], memoryview(content)[_LENGTH:]
        if _checksum(pickled) == total:
            return _unpickled(pickled)
    except OSError:
        pass
    value = make()
    _leave(pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL), file)
    return value


def _unpickled(pickled: memoryview) -> Any:
    """Return what was pickled; nothing of it is garbage, so that no search for any interrupts."""
    searching = gc.isenabled()
    gc.disable()
    try:
        return pickle.loads(pickled)
    finally:
        if searching:
            gc.enable()


_LENGTH = 4


def _checksum(pickled: bytes | memoryview) -> bytes:
    """Sum up bytes, to tell a damaged file; who may write here is the folder's to say."""
    return zlib.crc32(pickled).to_bytes(_LENGTH, "big")


def _leave(pickled: bytes, file: Path) -> None:
    """Write a value aside, then put it in place; a full disk costs time and nothing else."""
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        aside.write_bytes(_checksum(pickled) + pickled)
        aside.replace(file)
    except OSError:
        aside.unlink(missing_ok=True)


_PREFIX = "roundtable-kept-"

_IN_USE = "in-use"
"""A file that the build keeps locked; the system unlocks it when the build ends, even if killed."""


@contextmanager
def folder() -> Iterator[Path]:
    """Make the folder of one build, and remove those that killed builds of this user left.

    Yields
    ------
    pathlib.Path
        The folder, which is removed at the end.
    """
    _remove_abandoned(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        fresh = Path(name, f"{_IN_USE}.new")
        # The processes that a build starts do not inherit the open file, and so not the lock.
        with open(fresh, "xb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            # Locked before it has its name: no other build ever sees the name without the lock.
            fresh.rename(fresh.with_name(_IN_USE))
            yield Path(name)


def _remove_abandoned(temporary: Path) -> None:
    """Remove the folders of builds that ended without doing so themselves.

    A folder counts as abandoned when it is this user's and nobody else's to open, and when nobody
    holds the lock in it. One without a lock is being made, or is none of ours, and stays.
    """
    for found in temporary.glob(f"{_PREFIX}*"):
        try:
            about = found.lstat()
            if about.st_uid != os.getuid() or about.st_mode != stat.S_IFDIR | stat.S_IRWXU:
                continue
            lock = os.open(found / _IN_USE, os.O_RDONLY | os.O_NOFOLLOW)
        except OSError:  # another build removed it first, or it has no lock
            continue
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(found, ignore_errors=True)
        except BlockingIOError:
            pass
        finally:
            os.close(lock)


def use(folder: Path) -> None:
    """Let this process, and the kernels that it starts, share what they make in a folder."""
    os.environ[VARIABLE] = str(folder)


@lru_cache(maxsize=4)
def state(home: Path) -> str:
    """Return one digest of the state of this package's code and of all files that people write.

    Parameters
    ----------
    home
        The workspace. Its figures are not among the files: what follows from them has the
        digest of their manifest in `made`'s ``of``.

    Returns
    -------
    str
        Digest of each file's path, size, number on the disk, and times of its last change: to
        read them all would take a kernel longer than much of what they save it. A program that
        copies or edits a file may set the time of its content back, but not that of its entry;
        one that puts another file in its place, as editors do, changes its number.
    """
    digest = hashlib.sha256()
    for top, suffixes in (
        (Path(__file__).parent, (".py",)),
        (home / "data", (".yml", ".csv", ".json")),
        (home / "notebooks" / "text", (".md", ".yml")),
    ):
        for path, *marks in _files(os.fspath(top), suffixes):
            digest.update(f"{path}\n{marks}\n".encode())
    return digest.hexdigest()


_FIGURES = ("pack", "store", "downloads", "__pycache__")
"""Folders of what no one writes by hand."""


def _files(top: str, suffixes: tuple[str, ...]) -> list[tuple[str, int, int, int, int]]:
    """List the files below a folder, in an order that does not depend on the disk.

    Returns
    -------
    list of tuple
        Path; size in bytes; number on the disk; times of the last change of content and of the
        entry, in nanoseconds.
    """
    found = []
    with os.scandir(top) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in _FIGURES and entry.name[0] != ".":
                    found += _files(entry.path, suffixes)
            elif entry.name.endswith(suffixes):
                about = entry.stat()
                times = about.st_mtime_ns, about.st_ctime_ns
                found.append((entry.path, about.st_size, about.st_ino, *times))
    return sorted(found)
