"""A comparison as a document: its sentences, its tables, and each briefing's."""

from roundtable.compare import grids
from roundtable.compare.changes import Change
from roundtable.compare.comparison import Compared, Comparison, differing, tally
from roundtable.compare.drafted import SUFFIX
from roundtable.compare.printing import legend, marked, value
from roundtable.compare.said import MORE, read, said
from roundtable.compare.sentences import Pair
from roundtable.compare.sides import Names, names_of
from roundtable.export.comparing import Beside, Briefing, Comparing, Row, words
from roundtable.export.report.words import exact


def document(comparison: Comparison, *, session: str = "", language: str = "en") -> Comparing:
    """Put a comparison into words and tables.

    Parameters
    ----------
    comparison
        Two sides.
    session
        Title of the roundtable, where it is known.
    language
        Language of the briefings; the words around them are English.

    Returns
    -------
    Comparing
    """
    w, items = words(), comparison.briefings
    total, paper = tally(items), _paper(items)
    names = names_of(comparison)
    key = "subtitle_year" if names.year else "subtitle"
    many = w["briefings"].format(count=exact(len(items)))
    briefings = w["one_briefing"] if len(items) == 1 else many
    subtitle = w[key].format(briefings=briefings, year=names.year)
    return Comparing(
        title=w["title"].format(old=names.title[0], new=names.title[1]),
        subtitle=w["session"].format(session=session, subtitle=subtitle) if session else subtitle,
        said=tuple(said(items, total, names, paper)),
        read=tuple(read(comparison, total, names)),
        overview=grids.overview(items),
        largest=tuple(grids.largest(items, names, language=language)),
        kinds=grids.kinds(total, names),
        messages=tuple(
            _beside(pair, part=item.new.title, slug=item.new.slug)
            for item in items
            for pair in item.pairs
            if pair.is_message and pair.difference in MORE and item is not paper
        ),
        paper=_sentences(paper) if paper else (),
        briefings=tuple(
            _briefing(item, names, language=language, above=item is paper) for item in items
        ),
        legend=legend([one for item in items for one in _shown(item)], language=language),
        words={
            **w,
            "briefing": {
                name: names.heads(text) if isinstance(text, list) else text
                for name, text in w["briefing"].items()
            },
        },
    )


def _paper(items: tuple[Compared, ...]) -> Compared | None:
    """Find the background paper; alone, it stands open among the briefings like any other."""
    found = (item for item in items if item.new.theme == "background_paper")
    return next(found, None) if len(items) > 1 else None


def _shown(item: Compared) -> list[Change]:
    return [change for change in item.facts.changes if change.cause != "mirrored"]


def _sentences(item: Compared) -> tuple[Beside, ...]:
    return tuple(
        _beside(pair, part=_part(pair, item)) for pair in item.pairs if pair.reads_differently
    )


def _briefing(item: Compared, names: Names, *, language: str, above: bool) -> Briefing:
    """Tell what changed in a briefing; its sentences may stand above."""
    w, own = words()["briefing"], tally([item])
    sides = zip(names.phrase, (item.facts.gone, item.facts.new), strict=True)
    return Briefing(
        slug=item.new.slug,
        title=item.new.title,
        summary=w["summary"].format(
            changed=exact(own.changed),
            shared=exact(own.shared),
            messages=exact(differing(own.messages)),
            total=exact(own.messages.total()),
        ),
        sentences=() if above else _sentences(item),
        above=above,
        facts=tuple(_row(change, language=language) for change in _shown(item)),
        one_side=tuple(
            Row(
                name=fact["definition"],
                id=fact["id"],
                cells=(side, value(fact, language=language)),
            )
            for side, facts in sides
            for fact in facts
        ),
    )


def _row(change: Change, *, language: str) -> Row:
    return Row(
        name=change.new["definition"],
        id=change.id,
        cells=grids.cells(change, language=language),
    )


def _beside(pair: Pair, *, part: str, slug: str = "") -> Beside:
    old, new = (side.text if side else "" for side in (pair.old, pair.new))
    pieces = marked(old, new) if old and new else (((old, False),), ((new, False),))
    first, second = (
        pieces_of if text else () for pieces_of, text in zip(pieces, (old, new), strict=True)
    )
    return Beside(part=part, slug=slug, old=first, new=second)


def _part(pair: Pair, item: Compared) -> str:
    headings = {**item.old.headings, **item.new.headings}
    cell = pair.section.removesuffix(SUFFIX)
    part = headings.get(cell, cell)
    return words()["briefing"]["drafted"].format(part=part) if cell != pair.section else part
