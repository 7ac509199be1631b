from pathlib import Path

import pytest

from roundtable import drafts
from roundtable.briefing import drafted
from roundtable.drafts.model import Front


@pytest.fixture(scope="module")
def briefing(open_bilateral):
    return open_bilateral()


def draft(words: str, *, figures: str = "") -> drafts.Draft:
    above = "\n" * 3
    figure = {"government": "MUS", "value": 7, "year": 2022, "source": "A bulletin"}
    front = Front.model_validate(
        {
            "place": "after",
            "national_figures": [
                {**figure, "beside": beside, "unit": unit}
                for beside, unit in (part.split(":") for part in figures.split())
            ],
        }
    )
    yaml = "\nplace: after\nnational_figures:\n" + "".join(
        f"  - beside: {part.split(':')[0]}\n" for part in figures.split()
    )
    return drafts.Draft(Path("r", "s", "size.en.md"), "size", "en", front, yaml, above + words)


def problems(briefing, words: str, **more) -> list[str]:
    return drafts.problems(draft(words, **more), briefing.prose, drafted.names(briefing))


def test_facts_names_links_and_conditions_may_stand_in_a_draft(briefing):
    words = (
        "In {{ destination.phrase }} live **{{ stock }}**, see "
        "[the treaty](https://example.org/2008/text).\n\n"
        "{% if stock.known %}- {{ name('A/68/283') }}, {{ people_of(origin, citizens) }}, 3 < 4"
        "{% endif %}"
    ).replace("3 < 4", "few < many")
    assert problems(briefing, words) == []


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("About 44,700 live there.", "line 4: a digit stands in the words"),
        ("Well\n\nover ½ of them.", "line 6: '½' is a number. A number must be a fact."),
        ("<b>bold</b>", "line 4: HTML stands in the words"),
        ("a\n<script>alert()</script>", "line 5: HTML stands in the words"),
        ("<{{ name('script') }}>", "line 4: HTML stands in the words"),
        ("<!-- hidden -->", "line 4: HTML stands in the words"),
        ("![chart](https://example.org/a.png)", "line 4: a picture stands in the words"),
        ("[here](javascript:alert)", "line 4: a link leads to no web address"),
        ("[here](../data)", "line 4: a link leads to no web address"),
        ("[here]({{ stock }})", "line 4: a link leads to no web address"),
        ("[here]: https://example.org", "line 4: an address stands apart from its link"),
        ("{{ stokc }}", "line 4: there is no fact or name 'stokc' in this briefing. Did you"),
        ("{{ stock|safe }}", "line 4: the words make text of their own"),
        ("{{ stock.value + 1 }}", "line 4: the words make text of their own"),
        ("{{ '9' }}", "line 4: prints what is neither a fact nor a name"),
        ("{{ stock.printed['en'] }}", "line 4: the words make text of their own"),
        ("{{ stock.as_json() }}", "line 4: the words make text of their own"),
        ("{% for x in y %}a{% endfor %}", "line 4: a draft prints facts and names in braces"),
        ("{% set x = stock %}", "line 4: a draft prints facts and names in braces"),
        ("{% include 'common' %}", "line 4: a draft prints facts and names in braces"),
        ("one\n{{ stock", "line 5: the braces do not fit (unexpected end of template"),
    ],
)
def test_what_may_not_stand_in_a_draft_is_told_with_its_line(briefing, words, problem):
    assert any(found.startswith(problem) for found in problems(briefing, words))


def test_all_that_is_wrong_is_told_in_the_order_of_the_lines(briefing):
    found = problems(briefing, "{{ stokc }} of 7\n<i>x</i>\n{{ stokc }}")
    assert [text.partition(":")[0] for text in found] == ["line 4", "line 4", "line 5", "line 6"]


def test_a_figure_stands_beside_a_fact_that_is_there_and_of_its_unit(briefing):
    stock, growth = problems(briefing, "Words.", figures="stokc:persons share-of-women:persons")
    assert stock == (
        "line 4, national_figures.0: there is no fact 'stokc' in this briefing to stand beside. "
        "Did you mean 'stock'?"
    )
    assert growth.startswith(
        "line 5, national_figures.1: its unit is 'persons', and that of 'share-of-women' is 'share'"
    )
    assert problems(briefing, "Words.", figures="stock:persons") == []
