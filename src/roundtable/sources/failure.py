"""Why a file did not come, in words: what happened, and what would help."""

import errno
from pathlib import Path

import requests
from requests import exceptions

from roundtable.errors import DataError

MOVED = "The publisher may have moved the file"

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""No room on the disk, in the quota, or in the size that a file may have."""

_PASSING = {408, 425, 429}
"""Answers below 500 after which the same request may succeed."""


class Refused(DataError):
    """What came is not the file, or cannot come: another attempt would end alike."""


class Unwritten(DataError):
    """The folder does not take the file."""


def unwritten(error: OSError, folder: Path, *, done: int = 0) -> Unwritten:
    """Say that a file cannot be written to a folder, and why.

    Examples
    --------
    >>> print(unwritten(OSError(errno.ENOSPC, "No space left on device"), Path("d"), done=4096))
    it cannot be written to 'd', where no room is left (No space left on device, after 4,096
    bytes). Make room, or name another folder in ROUNDTABLE_DOWNLOADS
    """
    full = error.errno in _FULL
    return Unwritten(
        f"it cannot be written to '{folder}'{', where no room is left' if full else ''} "
        f"({error.strerror or error}, after {done:,} bytes). "
        f"{'Make room' if full else 'Mend that'}, or name another folder in ROUNDTABLE_DOWNLOADS"
    )


def hopeless(error: exceptions.RequestException) -> str:
    """Say why another attempt would fail as well; empty where it may succeed.

    Examples
    --------
    >>> hopeless(exceptions.TooManyRedirects())
    'the address leads on from one to the next without end. The publisher may have moved the file'
    >>> hopeless(exceptions.ReadTimeout())
    ''
    """
    wrong = exceptions.InvalidURL, exceptions.InvalidSchema, exceptions.MissingSchema
    if isinstance(error, wrong):
        return "that is no address of a file on the web. Correct it in data/sources.yml"
    if isinstance(error, exceptions.TooManyRedirects):
        return f"the address leads on from one to the next without end. {MOVED}"
    status = error.response.status_code if error.response is not None else 500
    if status < 500 and status not in _PASSING:
        return f"the address answers {status} {error.response.reason}. {MOVED}"
    return ""


def passing(
    error: exceptions.RequestException,
    *,
    timeout: float,
    answered: bool,
    done: int,
    size: int | None,
) -> str:
    """Say why an attempt failed that might have succeeded.

    Parameters
    ----------
    error
        What requests raised.
    timeout
        Seconds that were waited for a byte.
    answered
        The server had begun to answer.
    done, size
        The bytes that are there, and the size of the file if the server said so.

    Examples
    --------
    >>> broken = exceptions.ChunkedEncodingError("fewer bytes than announced")
    >>> passing(broken, timeout=30, answered=True, done=1500, size=6000)
    'the connection broke off after 1,500 of 6,000 bytes'
    """
    so_far = f"{done:,} of {size:,} bytes" if size else f"{done:,} bytes"
    # requests has no class of its own for a body that stops coming.
    if isinstance(error, requests.Timeout) or "timed out" in str(error):
        return (
            f"the server sent nothing for {timeout:g} s, after {so_far}. "
            "`--timeout SECONDS` waits longer"
        )
    if error.response is not None:
        return f"the address answers {error.response.status_code} {error.response.reason}"
    if answered:
        return f"the connection broke off after {so_far}"
    cause = getattr(error.args[0], "reason", error.args[0]) if error.args else error
    return (
        f"the server cannot be reached ({str(cause).rpartition(': ')[2]}). Check the network, "
        "and the proxy where there is one"
    )
