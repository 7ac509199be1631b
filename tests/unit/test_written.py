"""Files that people write: what is said about a line that does not fit."""

import pytest
from pydantic import Field

from roundtable import written
from roundtable.errors import ContentError


class Dish(written.Strict):
    name: str
    price: int


class Menu(written.Strict):
    day: str
    dishes: list[Dish] = Field(min_length=1)


NAMES = ["day", "dishes", "name", "price"]

GOOD = """\
day: 2024-02-30
dishes:
  - {name: soup, price: 4}
  - {name: fish, price: 9}
"""


def load(tmp_path, text):
    path = tmp_path / "menu.yml"
    path.write_text(text, encoding="utf-8")
    return written.load(path, Menu, names=NAMES, example="day: …")


def test_a_good_file_becomes_the_model_and_dates_stay_as_written(tmp_path):
    menu = load(tmp_path, GOOD)
    assert menu.day == "2024-02-30"
    assert [dish.price for dish in menu.dishes] == [4, 9]


def test_every_error_is_told_at_once_with_its_line(tmp_path):
    text = GOOD.replace("price: 4", "prize: 4").replace("9", "nine")
    with pytest.raises(ContentError) as caught:
        load(tmp_path, text)
    assert str(caught.value).split("\n") == [
        "menu.yml does not fit:",
        "  - line 3, dishes.0.price: is missing; add it.",
        "  - line 3, dishes.0.prize: there is no such entry. Did you mean 'price'?",
        "  - line 4, dishes.1.price: Input should be a valid integer (found 'nine').",
    ]


def test_a_file_that_is_no_yaml_is_told_with_its_line(tmp_path):
    with pytest.raises(ContentError, match=r"menu\.yml, line 2: not readable as YAML"):
        load(tmp_path, "day: monday\ndishes: a: b\n")


def test_a_file_without_names_is_told_how_it_could_begin(tmp_path):
    with pytest.raises(ContentError, match=r"should hold `name: value` lines, such as `day: …`"):
        load(tmp_path, "- soup\n- fish\n")


def test_a_list_is_too_short_only_where_nothing_is_in_it(tmp_path):
    with pytest.raises(ContentError, match=r"line 2, dishes: List should have at least 1 item"):
        load(tmp_path, "day: monday\ndishes: []\n")
    with pytest.raises(ContentError) as caught:
        load(tmp_path, "day: monday\ndishes: [{name: soup, price: four}]\n")
    assert "at least 1 item" not in str(caught.value)
