"""Choose the figures that a roundtable needs, to run with nothing downloaded."""

from collections.abc import Iterable

from roundtable import places
from roundtable.store.tables import Tables


def select(store: Tables, *, countries: Iterable[str]) -> Tables:
    """Select the pack out of the full store.

    Parameters
    ----------
    store
        The full tables.
    countries
        ISO 3166 codes whose corridors must be complete: a roundtable's governments and
        both ends of its corridors.

    Returns
    -------
    Tables
        Every row in which one of the countries is origin or destination; "Others" at every
        destination; what each destination counts; totals and aggregates of every country
        and the world; economies; shifts of composition.
    """
    wanted = frozenset(countries)
    stocks = store.stocks
    # The bounds of a share of emigrants rest on "Others" at every destination that does not
    # list the corridor, also where neither end is one of the countries.
    rows = (
        stocks["origin"].isin(wanted)
        | stocks["destination"].isin(wanted)
        | (stocks["origin"] == places.OTHERS)
    )
    totals = store.totals[store.totals["place"] != ""]
    kept = stocks[rows].reset_index(drop=True)
    used = set(store.totals["place"]) - {"", places.WORLD}
    economies = store.economies[
        store.economies["place"].isin(used) & (store.economies["year"] >= FIRST_YEAR)
    ]
    frames = {
        **store.frames(),
        "stocks": kept,
        "totals": totals.reset_index(drop=True),
        "economies": economies.reset_index(drop=True),
    }
    manifest = {
        "made_from": store.manifest["made_from"],
        "rows": {name: len(frame) for name, frame in frames.items()},
    }
    return Tables(name="pack", complete=wanted, manifest=manifest, **frames)


FIRST_YEAR = 1990
"""No indicator of the shipped notebooks uses an earlier year of the economies."""
