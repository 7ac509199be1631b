"""``roundtable compare``: what changed between two builds or two editions."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roundtable.cli.console import counting, out
from roundtable.cli.differences import show
from roundtable.cli.options import Only, Themes
from roundtable.cli.reporting import write

if TYPE_CHECKING:
    from roundtable.compare.version import Side


def compare(
    old: Annotated[
        str,
        typer.Argument(
            help="The earlier side: a folder that `roundtable build` wrote, or an edition such as "
            "undesa-2020, with a year behind it where the two differ: undesa-2024:2010."
        ),
    ],
    new: Annotated[str, typer.Argument(help="The later side, likewise.")],
    roundtable: Annotated[
        str | None,
        typer.Option(
            "--roundtable", help="Id or file of the roundtable whose briefings two editions tell."
        ),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            "--year", help="Year of two editions; by default the last that both of them give."
        ),
    ] = None,
    theme: Themes = None,
    only: Only = None,
    language: Annotated[
        str, typer.Option("--language", help="Language of the sentences to compare.")
    ] = "en",
    details: Annotated[
        bool, typer.Option("--details", help="Print every fact and sentence that changed.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option("--html", dir_okay=False, help="Write a web page too.")
    ] = None,
    workers: Annotated[
        int, typer.Option("--workers", min=1, help="Briefings to compute at the same time.")
    ] = max(1, os.cpu_count() or 1),
) -> None:
    """Say which facts and sentences changed between two builds or two editions.

    Two editions are computed for every briefing of a roundtable; two builds are read as they
    are. A revision of the estimates is told apart from a change of the stock; where edition and
    year both differ, both stand side by side with their sizes. Ends with status 0 only when every
    briefing could be compared.
    """
    # Imported when needed: help and mistakes in options should not wait for pandas.
    from roundtable.compare import comparison as comparing
    from roundtable.compare import telling

    editions = _are_editions(old, new, year=year, roundtable=roundtable)
    if editions:
        sides, session = _computed(
            old, new, roundtable, year, theme or [], only or [], language, workers
        )
    else:
        sides = _read(old, new, theme or [], only or [], language)
        session = ""
    found = comparing.compare(*sides)
    document = telling.document(found, session=session, language=language)
    show(document, details=details)
    if html is not None:
        from roundtable.export import comparing as pages

        write(html, pages.render(document))
        out.print(f"The page is in {html}.", markup=False, soft_wrap=True)
    if found.failures:
        raise typer.Exit(1)


def _are_editions(old: str, new: str, *, year: int | None, roundtable: str | None) -> bool:
    """Tell two editions from two builds; refuse one of each, and options of the other kind."""
    from roundtable.compare.editions import is_edition
    from roundtable.errors import ParameterError

    kinds = [is_edition(name) and not Path(name).is_dir() for name in (old, new)]
    if kinds[0] != kinds[1]:
        edition, folder = (old, new) if kinds[0] else (new, old)
        raise ParameterError(
            f"'{edition}' is an edition and '{folder}' is not. Compare two editions, such as "
            "undesa-2020 and undesa-2024, or two folders that `roundtable build` wrote."
        )
    if not kinds[0] and (year is not None or roundtable is not None):
        raise ParameterError(
            "--year and --roundtable choose what two editions are computed for; two builds are "
            "read as they are. Leave them out, or name two editions."
        )
    return kinds[0]


def _computed(
    old: str,
    new: str,
    roundtable: str | None,
    year: int | None,
    themes: list[str],
    only: list[str],
    language: str,
    workers: int,
) -> tuple[tuple["Side", ...], str]:
    """Compute both editions behind a bar, and what stands between them where both differ."""
    from roundtable import prose, roundtables
    from roundtable.compare import editions, running
    from roundtable.errors import ParameterError

    if lacking := prose.lacking([language]):
        raise ParameterError(f"There are {lacking}")
    sides = editions.choices(old, new, year=year)
    between = editions.between(sides)
    session = roundtables.load(roundtables.find(roundtable))
    pairs = roundtables.pairs(session.briefings)
    slugs = _chosen({item.slug: theme for theme, item in pairs}, themes, only, where=session.id)
    wanted = [(theme, item) for theme, item in pairs if item.slug in slugs]
    with counting() as progress:
        task = progress.add_task("Computing", total=len(wanted))
        found = running.compute(
            wanted,
            sides if between is None else (*sides, between),
            language=language,
            workers=workers,
            report=lambda slug: progress.advance(task),
        )
    return found, f"{session.session}, {session.title}"


def _read(
    old: str, new: str, themes: list[str], only: list[str], language: str
) -> tuple["Side", "Side"]:
    """Read two builds."""
    from dataclasses import replace

    from roundtable.compare import builds
    from roundtable.errors import ParameterError

    if Path(old).resolve() == Path(new).resolve():
        raise ParameterError(
            f"'{old}' and '{new}' are the same build. Keep the earlier one in another folder: "
            "roundtable build --output FOLDER."
        )
    sides = []
    both = [builds.read_build(Path(name), language=language) for name in (old, new)]
    every = {slug: briefing.theme for side in both for slug, briefing in side.briefings.items()}
    slugs = _chosen(every, themes, only, where="Neither build")
    for side in both:
        kept = {slug: item for slug, item in side.briefings.items() if slug in slugs}
        sides.append(replace(side, briefings=kept))
    return sides[0], sides[1]


def _chosen(known: dict[str, str], themes: list[str], only: list[str], *, where: str) -> set[str]:
    """Return the slugs that the options leave; refuse names that are not there."""
    from roundtable.errors import ParameterError, did_you_mean, listing

    named = [name.replace("-", "_") for name in themes]
    problems = [
        f"There is no theme '{name}'; there are {', '.join(sorted(set(known.values())))}."
        + did_you_mean(name, set(known.values()))
        for name in named
        if name not in known.values()
    ] + [
        f"There is no briefing '{name}'." + did_you_mean(name, known)
        for name in only
        if name not in known
    ]
    if problems:
        raise ParameterError(listing(problems, heading=f"{where} does not have what was named:"))
    found = {
        slug
        for slug, theme in known.items()
        if (not named or theme in named) and (not only or slug in only)
    }
    if not found:
        raise ParameterError("No briefing is both of the themes and of the names given.")
    return found
