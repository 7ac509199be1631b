import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from roundtable import paths, prose
from roundtable.errors import ContentError
from roundtable.export.markdown import to_html
from roundtable.facts import Book, Fact, Name, SourceRef, year_name
from roundtable.prose import Prose

HOSTILE = "<script>alert('x')</script> **bold** _i_ [a](http://b) `c` {{ 7 * 7 }} {% raw %} & ~ |"


def stock(**more) -> Fact:
    about = {
        "id": "stock",
        "value": 44_709,
        "unit": "persons",
        "printed": {"en": "about 44,700"},
        "indicator": "corridor_stock",
        "definition": "People of one origin who live in one destination",
        "arguments": {},
        "sources": (SourceRef("undesa-ims-2024"),),
    }
    return Fact(**{**about, **more})


@pytest.fixture
def words(tmp_path, monkeypatch):
    """Make the words of a theme from the text of one section, with one fact to print."""

    def made(text: str, *, fact: Fact | None = None, macros: str = "") -> Prose:
        folder = tmp_path / "en"
        folder.mkdir(exist_ok=True)
        (folder / "trial.md").write_text(f"About.\n\n<!-- section: claim -->\n{text}\n", "utf-8")
        common = f"<!-- section: macros -->\n{macros}\n"
        (folder / "common.md").write_text(common, "utf-8")
        monkeypatch.setattr("roundtable.paths.texts", lambda: tmp_path)
        prose.sections.cache_clear()
        book = Book()
        book.add(fact or stock())
        return Prose(theme="trial", language="en", book=book)

    yield made
    prose.sections.cache_clear()


def test_a_fact_is_printed_with_a_mark_that_leads_to_it_and_is_recorded(words):
    trial = words("In {{ year }} {{ stock }} people lived there.")
    assert trial.book.shown == []
    assert trial.render("claim", year=year_name(2024)) == (
        'In 2024 <span class="fact" data-fact="stock">about 44,700</span> people lived there.'
    )
    assert [fact.id for fact in trial.book.shown] == ["stock"]


def test_words_that_rest_on_a_figure_lead_to_it_without_printing_it(words):
    trial = words('{{ lead(stock, "the two agree") }}')
    assert trial.render("claim") == '<span class="fact" data-fact="stock">the two agree</span>'
    assert [fact.id for fact in trial.book.shown] == ["stock"]
    assert trial.line("claim") == "the two agree"


def test_words_that_lead_to_a_figure_hold_no_number_of_their_own(words):
    with pytest.raises(ContentError, match=r"lead\(\) prints 'about 5', which holds a digit"):
        words('{{ lead(stock, "about 5") }}').render("claim")


def test_a_line_is_plain_text_without_marks(words):
    text = "{{ stock }}\n  people in {{ place }}"
    assert words(text).line("claim", place=Name("A & *B*")) == "about 44,700 people in A & *B*"


def test_a_digit_in_the_words_is_an_error_that_names_its_place(words):
    trial = words("One line.\nThe corridor grew by 4% in that time.")
    message = r"en/trial\.md, section 'claim': line 2: a digit stands in the words [^%]*grew by 4%"
    with pytest.raises(ContentError, match=message):
        trial.render("claim")
    assert len(trial.problems()) == 1
    assert "line 2: a digit" in trial.problems()[0]


def test_the_line_of_a_digit_is_that_of_the_section_whatever_macros_stand_before(words):
    macros = "{% macro a() %}a{% endmacro %}\n{% macro b() %}b{% endmacro %}\n"
    with pytest.raises(ContentError, match="line 3: a digit"):
        words("{{ a() }}\n{{ b() }}\n7", macros=macros).render("claim")


@pytest.mark.parametrize(
    "text",
    [
        "{{ 5 }}",
        '{{ "5" }}',
        '{{ "five 5" }}',
        "{{ 5.5 }}",
        "{{ stock.value }}",
        "{{ stock.printed.en }}",
        "{{ stock.arguments }}",
        "{{ [stock] }}",
        "{{ none }}",
        "{{ true }}",
        "{% set n = 5 %}{{ n }}",
        "{% set n %}{{ 5 }}{% endset %}{{ n }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(5) }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(stock.value) }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ 5 }}{% endcall %}",
        "{% for n in (1, 2) %}{{ n }}{% endfor %}",
        "{% for n in (1, 2) %}{{ loop.index }}{% endfor %}",
        "{% if true %}{{ 5 if true else stock }}{% endif %}",
        "{{ m }}",
    ],
)
def test_nothing_but_facts_and_names_can_be_printed(words, text):
    with pytest.raises(ContentError, match="neither a fact nor a name"):
        words(text).render("claim", m=5)


@pytest.mark.parametrize(
    "text",
    [
        "{{ 5|escape }}",
        "{{ stock.value|e }}",
        "{{ stock.value|string|safe }}",
        "{{ stock.value|tojson }}",
        "{% filter upper %}{{ stock }}{% endfilter %}",
    ],
)
def test_there_are_no_filters(words, text):
    with pytest.raises(ContentError, match=r"section 'claim': (line 1: .*filter|No filter named)"):
        words(text).render("claim")


@pytest.mark.parametrize(
    "text",
    [
        "{% set blank %}{% endset %}{{ blank ~ 5 }}",
        "{% set blank %}{% endset %}{{ blank + stock.printed.en }}",
        "{% macro m() %}%s{% endmacro %}{{ m() % 5 }}",
        "{% macro m() %}x{% endmacro %}{{ m().replace('x', stock.printed.en) }}",
        "{% macro m() %}{{ stock }}{% endmacro %}{{ m()[:40] }}",
        "{{ stock.value * 2 }}",
        "{{ stock.value / 2 }}",
        "{{ 'x'.join(stock.printed) }}",
        "{{ name(stock.printed.en) }}",
        "{{ name(text=stock.printed.en) }}",
        "{{ name(*[stock.printed.en]) }}",
    ],
)
def test_words_make_no_text_of_their_own(words, text):
    with pytest.raises(ContentError, match="line 1: the words make text of their own"):
        words(text).render("claim")


def test_an_undefined_name_is_an_error(words):
    with pytest.raises(ContentError, match="section 'claim': 'stok' is undefined"):
        words("{{ stok }}").render("claim")
    with pytest.raises(ContentError, match="has no attribute 'valu'"):
        words("{% if stock.valu %}yes{% endif %}").render("claim")


@pytest.mark.parametrize(
    "text",
    [
        "{{ stock.__class__ }}",
        "{{ stock.__class__.__mro__ }}",
        "{% if stock.__init__.__globals__ %}yes{% endif %}",
        "{{ place.__class__ }}",
    ],
)
def test_the_inside_of_objects_cannot_be_reached(words, text):
    with pytest.raises(ContentError, match="unsafe"):
        words(text).render("claim", place=Name("France"))


@pytest.mark.parametrize("text", ["{% include 'common.md' %}", "{% import 'os' as os %}"])
def test_no_other_file_can_be_read(words, text):
    with pytest.raises(ContentError, match="section 'claim'"):
        words(text).render("claim")


def test_a_mistake_in_a_template_names_its_section(words):
    with pytest.raises(ContentError, match=r"section 'claim': .*[Uu]nexpected end of template"):
        words("{% if stock.known %}open").render("claim")


def test_a_name_with_a_digit_is_written_by_name(words):
    assert words("{{ name('CA-4') }} and {{ name('A/68/283') }}").render("claim") == (
        "CA-4 and A/68/283"
    )
    with pytest.raises(ContentError, match=r"name\('44'\) is a number, not a name"):
        words("{{ name('44') }}").render("claim")


def test_text_of_any_origin_appears_as_text(words):
    hostile = stock(printed={"en": HOSTILE})
    trial = words("{{ stock }} and {{ place }}", fact=hostile)
    rendered = trial.render("claim", place=Name(HOSTILE))
    html = to_html(rendered)
    page = BeautifulSoup(html, "html.parser")
    assert page.find(["script", "strong", "em", "a", "code"]) is None
    assert page.get_text().strip() == f"{HOSTILE} and {HOSTILE}"
    assert trial.line("claim", place=Name(HOSTILE)) == f"{HOSTILE} and {HOSTILE}"


def test_a_badge_shows_its_label_as_text():
    badge = prose.kind_badge({"measured": "<b>m</b>"}, "measured")
    assert badge == '<span class="kind kind-measured"><em>&lt;b&gt;m&lt;/b&gt;</em></span>'


def test_a_section_that_is_not_there_is_named_with_the_nearest(words):
    with pytest.raises(ContentError, match=r"has no section 'clam'\. Did you mean 'claim'\?"):
        words("text").render("clam")


def test_a_section_stands_once(words):
    with pytest.raises(ContentError, match=r"en/trial\.md: section claim stands twice"):
        words("one\n\n<!-- section: claim -->\ntwo")


def test_problems_lists_every_section_that_is_wrong(words):
    trial = words("good\n\n<!-- section: bad -->\n12\n\n<!-- section: worse -->\n{% if %}")
    found = trial.problems()
    assert len(found) == 2
    assert "section 'bad': line 1: a digit" in found[0]
    assert "section 'worse'" in found[1]


def test_a_language_without_words_is_an_error_that_lists_those_with_words():
    with pytest.raises(ContentError, match=r"'bilateral' in language 'xx'.*have words: en"):
        prose.sections("xx", "bilateral")


def test_no_section_of_the_shipped_words_has_a_problem():
    for path in sorted(paths.texts().glob("*/*.md")):
        words = Prose(theme=path.stem, language=path.parent.name, book=Book())
        assert words.problems() == []


def test_the_mark_of_a_fact_survives_a_hostile_id(words):
    fact = replace(stock(), id='"><b>')
    book = words("x").book
    book.add(fact)
    trial = words("{{ other }}")
    assert 'data-fact="&#34;&gt;&lt;b&gt;"' in trial.render("claim", other=fact)
    assert not re.search("<b>", trial.render("claim", other=fact))
