"""Errors that a reader can act on: the fact, the evidence, the remedy."""

import os
from collections.abc import Iterable, Mapping
from difflib import get_close_matches


class RoundtableError(Exception):
    """An error whose message says what is wrong and how to put it right.

    Notebooks and the command line show the message alone, without a traceback.
    """

    def _render_traceback_(self) -> list[str]:
        """Give IPython the lines to show in place of a traceback."""
        return [f"{type(self).__name__}: {self}"]


class ParameterError(RoundtableError):
    """One or more parameters of a notebook cannot be used."""


class DataError(RoundtableError):
    """A data file or table is missing, cut off, changed or inconsistent."""


class ContentError(RoundtableError):
    """A file written by people (roundtable, text, partnership) cannot be used."""


def did_you_mean(
    value: object, choices: Iterable[str], *, names: Mapping[str, str] | None = None
) -> str:
    """Suggest the choice that is closest to a value.

    Parameters
    ----------
    value
        What was given.
    choices
        What would have been right.
    names
        Optional words to show in brackets behind a choice.

    Returns
    -------
    str
        `` Did you mean 'FRA' (France)?`` with a leading blank, or an empty string.

    Examples
    --------
    >>> did_you_mean("FRB", ["FRA", "SEN"], names={"FRA": "France"})
    " Did you mean 'FRA' (France)?"
    >>> did_you_mean("zzzz", ["FRA"])
    ''
    """
    known = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(str(value).casefold(), known, n=1, cutoff=0.6)
    if not close:
        return ""
    choice = known[close[0]]
    shown = f" ({names[choice]})" if names and choice in names else ""
    return f" Did you mean '{choice}'{shown}?"


def listing(problems: Iterable[str], *, heading: str) -> str:
    """Put several problems under one heading, one a line.

    Examples
    --------
    >>> print(listing(["a is wrong"], heading="Cannot build:"))
    Cannot build:
      - a is wrong
    """
    return "\n".join([heading, *(f"  - {problem}" for problem in problems)])


def message_of(error: Exception) -> str:
    """Return what is told of an error that ends one of many pieces of work, and not the others.

    Parameters
    ----------
    error
        One of ours has its message; another one is named with the way to its traceback.

    Raises
    ------
    Exception
        The error itself, where it is not one of ours and ``--debug`` asks for tracebacks.

    Examples
    --------
    >>> message_of(DataError("The file is cut off.")), message_of(KeyError("both"))
    ('The file is cut off.', "KeyError: 'both'. Run with --debug to see where.")
    """
    if isinstance(error, RoundtableError):
        return str(error)
    if os.environ.get("ROUNDTABLE_DEBUG"):
        raise error
    return f"{type(error).__name__}: {error}. Run with --debug to see where."
