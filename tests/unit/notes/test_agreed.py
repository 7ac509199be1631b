"""What the papers print of an entry, without saying the same twice."""

from roundtable import register
from roundtable.notes import agreed
from roundtable.prose import labels


def named(**changed):
    pact = register.every().entries["france-mauritius-2008"].model_copy(update=changed)
    return agreed.named(pact, labels("en"), among={})


def test_a_title_that_the_short_name_holds_is_not_printed_again():
    assert named(title="Card for workers", short="Mexico's card for workers")["title"] == ""
    assert named(title="A card", short="Mexico's card for workers")["title"] == "A card"


def test_a_year_that_the_short_name_holds_is_not_printed_again():
    assert named(short="A pact")["signed"] == "2008"
    assert named(short="A pact of 2008")["signed"] == ""


def test_the_words_can_tell_what_is_not_known_from_what_was_replaced():
    unknown, replaced = named(status="unknown"), named(status="replaced")
    assert (unknown["unknown"], unknown["replaced"], unknown["status"]) == (
        True,
        False,
        "not known",
    )
    assert (replaced["unknown"], replaced["replaced"]) == (False, True)
