"""What became of the partnerships that a document names."""

from datetime import date
from typing import get_args

from roundtable.facts import Fact, SourceRef, forms
from roundtable.register.entry import Partnership
from roundtable.register.filters import KINDS
from roundtable.register.parts import Since
from roundtable.register.reading import Register, may_be_shown
from roundtable.register.trace import COUNTED

OUTCOMES: tuple[str, ...] = get_args(Since.model_fields["became"].annotation)
UNKNOWN = "unknown"


def became(entry: Partnership) -> str:
    """Return what became of a partnership since 2010; ``unknown`` where nothing is on record."""
    return entry.since_2010.became if entry.since_2010 else UNKNOWN


def named_in(register: Register, document: str, *, on: date) -> list[Partnership]:
    """Return the entries that a document names, by kind and then by when they began.

    Parameters
    ----------
    register
        The register.
    document
        Id in ``documents.yml``.
    on
        Day on which they are shown: what is under embargo is left out.
    """
    found = [
        entry
        for entry in may_be_shown(register, on=on).values()
        if document in {source.ref(register.passages).id for source in entry.sources}
    ]
    return sorted(found, key=lambda entry: (KINDS.index(entry.kind), _began(entry), entry.id))


def _began(entry: Partnership) -> str:
    return str(entry.began) if entry.began else "9999"


def ledger_facts(entries: list[Partnership], *, document: str, language: str) -> dict[str, Fact]:
    """Count the partnerships of a document, and those of each outcome.

    Parameters
    ----------
    entries
        As from `named_in`.
    document
        Id in ``documents.yml``.
    language
        Language in which the counts are printed.

    Returns
    -------
    dict of str to Fact
        ``ledger`` and, for each of `OUTCOMES`, ``ledger-<outcome>``.
    """
    counted = {"": [entry.id for entry in entries]} | {
        outcome: [entry.id for entry in entries if became(entry) == outcome] for outcome in OUTCOMES
    }
    return {
        id: Fact(
            id=id,
            value=len(ids),
            unit="partnerships",
            printed={language: forms.count(len(ids), language)},
            indicator=COUNTED,
            definition="Entries of the register that the document names"
            + (f", which by the register {outcome} since" if outcome else ""),
            arguments={"entries": ids},
            sources=(SourceRef(document),),
        )
        for outcome, ids in counted.items()
        for id in [f"ledger-{outcome}".replace(" ", "-").rstrip("-")]
    }
