from pathlib import Path

import pytest

from roundtable import claims
from roundtable.errors import ContentError

GOOD = """\
claims:
  - id: neighbours
    document: gfmd-2010-rt-1-1
    where: section 3.3
    about: Migrants who live in a country that borders on their own
    published: {value: 0.40, form: share}
    recomputed: {measure: world_share, share: contiguous, group: world, variant: known origin}
    tolerance: {absolute: 0.025, why: It is rounded to tenths.}
    verdict: holds
    reason: It held for 2010, and has fallen since.
    concerns: {world: true}
"""


@pytest.fixture
def read(tmp_path):
    """Read a file with one thing put in place of another."""

    def reading(*changes: tuple[str, str]) -> dict[str, claims.Claim]:
        text = GOOD
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path: Path = tmp_path / "claims.yml"
        path.write_text(text, encoding="utf-8")
        claims.every.cache_clear()
        return claims.every(path)

    yield reading
    claims.every.cache_clear()


def test_a_good_file_is_read(read):
    assert read()["neighbours"].tolerance.absolute == 0.025


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("gfmd-2010-rt-1-1", "gfmd-2010-rt-1-2", 3, "no document 'gfmd-2010-rt-1-2'"),
        ("form: share", "form: shares", 6, "Input should be 'people'"),
        ("verdict: holds", "verdict: true", 9, "Input should be 'holds'"),
        ("measure: world_share", "measure: worldshare", 7, "does not match any of the expected"),
        ("share: contiguous", "share: contigous", 7, "Input should be 'contiguous'"),
        ("absolute: 0.025, ", "", 8, "give either `absolute` or `relative`"),
        ("about: Migrants", "abuot: Migrants", 5, "Did you mean 'about'?"),
        ("fallen since", "fallen by 3 points", 10, "3: a number among the words is one that"),
        ("{world: true}", "{origins: [FR]}", 11, "'FR'"),
        ("{world: true}", "{spaces: [ecowa]}", 11, "no bloc 'ecowa'. Did you mean 'ecowas'?"),
        (
            "    tolerance: {absolute: 0.025, why: It is rounded to tenths.}\n",
            "",
            2,
            "`tolerance` is missing",
        ),
        ("verdict: holds", "verdict: not comparable", 2, "takes neither `tolerance` nor `caveat`"),
        ("form: share", "form: share, reading: at least", 6, "a `reading` needs its `why`"),
        ("{value: 0.40, form", "{form", 6, "needs a `value`, or `words`"),
    ],
)
def test_an_error_has_its_line_and_what_would_be_right(read, old, new, line, told):
    with pytest.raises(ContentError, match=r"claims.yml does not fit") as error:
        read((old, new))
    assert f"line {line}, claims.0" in str(error.value)
    assert told in str(error.value)


def test_all_errors_are_told_at_once(read):
    with pytest.raises(ContentError) as error:
        read(("id: neighbours", "id: Neighbours"), ("verdict: holds", "verdict: maybe"))
    assert "line 2" in str(error.value)
    assert "line 9" in str(error.value)


def test_an_id_that_stands_twice_is_told(read):
    entry = GOOD.split("claims:\n")[1]
    with pytest.raises(ContentError, match=r"neighbours stands twice"):
        read((entry, entry + entry))


def test_a_claim_that_is_not_there_is_told_with_the_closest():
    with pytest.raises(ContentError, match=r"no claim 'neighbors'.*Did you mean 'neighbours'"):
        claims.claim("neighbors")


def test_a_year_may_stand_among_the_words(read):
    assert "2010" in read()["neighbours"].reason
