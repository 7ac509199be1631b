"""What may be told, or why not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from roundtable.reliability.names import FLAGS

T = TypeVar("T")


@dataclass(frozen=True)
class Reason:
    """One reason why a statement is not told.

    Attributes
    ----------
    code
        A flag of `FLAGS`; ``empty`` (nobody was there at the start); or ``no_change`` (there is
        nothing to tell).
    where
        Years, places or figures that it rests on, as text; may be empty.
    """

    code: str
    where: str = ""

    def __str__(self) -> str:
        """Return code and evidence."""
        return f"{self.code} ({self.where})" if self.where else self.code


@dataclass(frozen=True)
class Verdict(Generic[T]):
    """A statement with its value, or the reasons why the data do not carry it.

    Attributes
    ----------
    value
        What is told; None where it is refused.
    reasons
        Why it is refused; empty where it is told.
    beside
        Flags that must be named with it, such as ``citizens``.

    Examples
    --------
    >>> Verdict(1.5, beside=("citizens",)).told
    True
    >>> refused = Verdict(None, reasons=(Reason("frozen", "2024"), Reason("empty", "1990")))
    >>> refused.told, refused.flags, refused.why
    (False, ('frozen',), 'frozen (2024); empty (1990)')
    """

    value: T | None
    reasons: tuple[Reason, ...] = ()
    beside: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a verdict that tells and refuses at once, or does neither."""
        if (self.value is None) != bool(self.reasons):
            raise ValueError("A verdict has a value, or reasons why it has none.")

    @property
    def told(self) -> bool:
        """Whether the statement may be made."""
        return not self.reasons

    @property
    def flags(self) -> tuple[str, ...]:
        """Flags among the reasons, in the order of `FLAGS`."""
        codes = {reason.code for reason in self.reasons}
        return tuple(flag for flag in FLAGS if flag in codes)

    @property
    def why(self) -> str:
        """All reasons as one text."""
        return "; ".join(str(reason) for reason in self.reasons)


def refused(*reasons: Reason, beside: tuple[str, ...] = ()) -> Verdict:
    """Return a verdict that tells nothing.

    Parameters
    ----------
    *reasons
        Why the data do not carry the statement.
    beside
        Flags that would have to be named beside it.
    """
    return Verdict(None, reasons=reasons, beside=beside)


def in_both(
    first: Verdict[T], second: Verdict[T], *, alike: Callable[[T, T], bool] = lambda a, b: a == b
) -> Verdict[tuple[T, T]]:
    """Tell a statement that holds in both editions; or say that both must be named.

    Parameters
    ----------
    first, second
        The same statement in two editions.
    alike
        Whether two values say the same.

    Returns
    -------
    Verdict
        Both values where both editions tell the statement alike. Otherwise refused: with the
        reasons of the edition that does not carry it, or as ``disputed`` with both values,
        which may then be told side by side.

    Examples
    --------
    >>> in_both(Verdict(3), Verdict(3)).value
    (3, 3)
    >>> in_both(Verdict(3), Verdict(1)).why
    'disputed (3 and 1)'
    """
    beside = tuple(dict.fromkeys((*first.beside, *second.beside)))
    reasons = tuple(dict.fromkeys((*first.reasons, *second.reasons)))
    if reasons:
        return refused(*reasons, beside=beside)
    if not alike(first.value, second.value):
        return refused(Reason("disputed", f"{first.value} and {second.value}"), beside=beside)
    return Verdict((first.value, second.value), beside=beside)
