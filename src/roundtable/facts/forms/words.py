"""The words of a language that stand in more than one kind of number."""

WORDS = {
    "en": {
        "none": "no estimate",
        "no": "no",
        "about": "about {}",
        "million": "{} million",
        "billion": "{} billion",
        "dollars": "US${}",
        "since": "since {}",
        "in_year": "in {}",
        "period": "from {} to {}",
        "less": "less than {}",
        "more": "more than {}",
        "fewer_than_one": "fewer than one",
        "nobody": "none",
        "times": "{} times",
    }
}
