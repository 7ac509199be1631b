"""Facts of the money that goes along a corridor."""

from roundtable.briefing.corridor import Corridor
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import money
from roundtable.sources import REMITTANCES, WORLD_BANK


def money_facts(c: Corridor) -> list[Fact]:
    """Compute remittances of the corridor, modelled, and against the origin's economy.

    Parameters
    ----------
    c
        The corridor, as from `open_corridor`.

    Returns
    -------
    list of Fact
        Ids as the templates use them; a fact without estimate has the value None.
    """
    found = money.remittances_of_corridor(
        c.tables.remittances,
        origin=c.origin,
        destination=c.destination,
        economies=c.tables.economies,
        up_to=c.year,
    )
    model = SourceRef(REMITTANCES)

    def fact(id: str, value: float | None, form, unit: str, definition: str, *more: SourceRef):
        return c.fact(
            id,
            value,
            form,
            unit=unit,
            indicator="remittances_of_corridor",
            definition=definition,
            arguments={"origin": c.origin, "destination": c.destination, "year": found.year},
            edition="",
            sources=(model, *more),
            kind="no-estimate" if value is None else "modelled",
            flags=(),
        )

    return [
        fact(
            "remittances",
            found.usd,
            forms.dollars,
            "US dollars",
            "Money that people of the origin send home from the destination, modelled from stocks",
        ),
        fact(
            "remittances-share",
            found.share_of_received,
            forms.percent,
            "share",
            "The same against all that the origin receives in the model",
        ),
        fact(
            "remittances-of-gdp",
            found.share_of_gdp,
            forms.percent,
            "share",
            "The same against the origin's GDP in current US dollars",
            SourceRef(WORLD_BANK),
        ),
    ]
