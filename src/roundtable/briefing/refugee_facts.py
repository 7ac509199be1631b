"""Facts of the refugees inside a corridor's stock: at least so many, never a subtraction."""

from roundtable.briefing.corridor import Corridor
from roundtable.facts import Fact, SourceRef, forms
from roundtable.reliability import refugees
from roundtable.sources import REFUGEES


def refugee_facts(c: Corridor) -> list[Fact]:
    """Set UNHCR's counts beside the stock of the corridor in the same year.

    Parameters
    ----------
    c
        The corridor, as from `open_corridor`.

    Returns
    -------
    list of Fact
        ``refugees`` and ``asylum-seekers``, their sum ``displaced`` and its share of the
        stock; None where UNHCR's table has no row, or counts more than the stock has.
    """
    row = c.row(edition=c.edition, year=c.year)
    found = row is not None and refugees.inside(
        c.tables.refugees,
        origin=c.origin,
        destination=c.destination,
        year=c.year,
        stock=int(row["both"]),
    )
    unhcr = SourceRef(REFUGEES)

    def fact(
        id: str, value: float | None, form, unit: str, definition: str, *more: SourceRef,
        kind: str = "measured",
    ) -> Fact:  # fmt: skip
        return c.fact(
            id,
            value,
            form,
            unit=unit,
            indicator="refugees_inside",
            definition=definition,
            sources=(unhcr, *more),
            kind="no-estimate" if value is None else kind,
            flags=(),
        )

    counted = found or None
    return [
        fact(
            "refugees",
            counted and counted.refugees,
            forms.people,
            "persons",
            "Refugees of the origin in the destination, under UNHCR's mandate",
        ),
        fact(
            "asylum-seekers",
            counted and counted.asylum_seekers,
            forms.people,
            "persons",
            "Asylum seekers of the origin in the destination, under UNHCR's mandate",
        ),
        fact(
            "displaced",
            counted and counted.persons,
            forms.people,
            "persons",
            "Refugees and asylum seekers of the origin in the destination",
        ),
        fact(
            "displaced-share",
            counted and counted.share,
            forms.percent,
            "share",
            "Refugees and asylum seekers against the migrant stock of the same year",
            *c.sources(c.edition),
            # A count over a stock that was carried forward is no firmer than the stock.
            kind="no-estimate" if row is None else str(row["kind"]),
        ),
    ]
