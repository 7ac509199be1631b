"""``roundtable claims``: published figures, recomputed."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from roundtable.cli.console import out

if TYPE_CHECKING:
    from roundtable.claims import Claim, Result, Value

LANGUAGE = "en"

SERIES = {
    "undesa-2020": "UN 2020",
    "undesa-2024": "UN 2024",
    "worldbank": "World Bank",
    "bla-chilton-woda": "agreements",
    "lists": "listed",
    "document": "its own parts",
}
"""Names of the series in the table."""

STYLES = {
    "holds": "green",
    "holds with a caveat": "yellow",
    "differs": "red",
    "not comparable": "cyan",
    "cannot be checked": "dim",
}


def claims(
    theme: Annotated[
        str | None, typer.Option(help="Only claims that notebooks of this theme may show.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="Only claims on this country (ISO 3166 alpha-3 code).")
    ] = None,
    edition: Annotated[str, typer.Option(help="Edition of the latest figure.")] = "undesa-2024",
) -> None:
    """Recompute figures that documents print, and say whether they hold and why."""
    from roundtable import claims as checked
    from roundtable import store
    from roundtable.briefing import parameters

    tables = store.load()
    years = parameters.years_of(tables)
    problems = (
        []
        if edition in years
        else parameters.problems_of(
            year=max(map(max, years.values())), edition=edition, language=LANGUAGE, years=years
        )
    )
    parameters.refuse("claims", problems)
    chosen = list(checked.every().values())
    if theme is not None:
        chosen = _both(chosen, checked.of_theme(checked.every(), theme.replace("-", "_")))
    if country is not None:
        chosen = _both(chosen, checked.of_country(checked.every(), country.upper()))
    figures = checked.Figures(tables)
    now = (edition, max(years[edition]))
    results = [checked.evaluate(claim, figures, now=now) for claim in chosen]
    _show(results, now=now[1], data=tables.name)


def _both(chosen: "list[Claim]", others: "list[Claim]") -> "list[Claim]":
    kept = {claim.id for claim in others}
    return [claim for claim in chosen if claim.id in kept]


def _show(results: "list[Result]", *, now: int, data: str) -> None:
    """Print the table and what it lacks; its text is never read as markup."""
    from rich.table import Table
    from rich.text import Text

    if not results:
        out.print("No claim of data/claims.yml concerns that.")
        return
    table = Table(show_lines=True)
    heads = ("Claim", "Published", "Recomputed", f"In {now}", "Verdict, and why")
    for head, share in zip(heads, (3, 2, 2, 1, 4), strict=True):
        table.add_column(head, ratio=share, overflow="fold")
    for result in results:
        claim = result.claim
        table.add_row(
            Text.assemble(
                (claim.about, "bold"), f"\n{claim.document}, {claim.where}\n", (claim.id, "dim")
            ),
            Text(_published(claim)),
            Text("\n".join(_value(result, value) for value in result.then) or "\N{EN DASH}"),
            Text(_value(result, result.now, named=False) if result.now else ""),
            Text.assemble((claim.verdict, STYLES[claim.verdict]), f": {claim.reason}"),
        )
    out.print(table)
    counts = Counter(result.claim.verdict for result in results)
    verdicts = ", ".join(f"{counts[name]} {name}" for name in STYLES if counts[name])
    out.print(f"{len(results)} claims: {verdicts}. Computed from data/{data}.")
    if any(value.in_store for result in results for value in result.then):
        out.print(
            "Figures marked “full store” need `roundtable data pull`; their verdicts are those "
            "found there."
        )
    for result in results:
        if result.problem:
            out.print(Text(f"Does not fit: {result.problem}", style="bold red"))


def _published(claim: "Claim") -> str:
    from roundtable.claims import printed

    said = claim.published
    text = printed.published(said, LANGUAGE)
    if not said.words:
        return text
    if not said.reading:
        return f"“{text}”"
    return f"“{text}”, read as {said.reading} {printed.bound(said, LANGUAGE)}"


def _value(result: "Result", value: "Value", *, named: bool = True) -> str:
    from roundtable.claims import printed

    text = (
        "full store" if value.in_store else printed.recomputed(result.claim, value.value, LANGUAGE)
    )
    return f"{SERIES[value.series]}: {text}" if named else text
