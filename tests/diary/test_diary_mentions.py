"""What a note speaks of, and what it says is not there."""

import pytest

from flarepath.diary import mentions

SIGNS = [
    "fever",
    "fieber",
    "chills",
    "sick",
    "vomit*",
    "numbness",
    "chest pain",
    "want to die",
    "cannot pee",
    "can't feel ... legs",
    "legs numb",
    "urine black",
    "brustschmerz*",
    "schuettelfrost",
    "beine taub",
    "übelkeit",
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fever 39.2 and chills and night sweats", "fever, chills"),
        ("Fever, chills", "fever, chills"),
        ("no better, fever 39", "fever"),
        ("not any better fever 39", "fever"),
        ("No. Fever since noon", "fever"),
        ("no, fever 39", "fever"),
        ("not only fever", "fever"),
        ("not sure whether it is a fever", "fever"),
        ("no sleep and fever", "fever"),
        ("no fever but chest pain", "chest pain"),
        ("no fever, chest pain all day", "chest pain"),
        ("no fever; was sick twice", "sick"),
        ("no fever today chest pain since noon", "chest pain"),
        ("the vomiting won't stop", "vomit*"),
        ("I want to die", "want to die"),
        ("I can\u2019t feel both my legs", "can't feel ... legs"),
        ("I don't know why I cannot pee", "cannot pee"),
        ("my legs are numb", "legs numb"),
        ("not just sore, my leg is numb", "legs numb"),
        ("I can not pee", "cannot pee"),
        ("cant feel my legs", "can't feel ... legs"),
        ("urine is black like cola", "urine black"),
        ("numbnes in one toe", "numbness"),
        ("nicht besser, Fieber 39", "fieber"),
        ("kein Schlaf und Fieber", "fieber"),
        ("kein Fieber, aber Brustschmerzen", "brustschmerz*"),
        ("die Beine sind ganz taub", "beine taub"),
        ("Schüttelfrost und Übelkeit", "schuettelfrost, übelkeit"),
    ],
)
def test_a_sign_that_a_note_speaks_of_is_found(text, found):
    assert ", ".join(mentions(text, SIGNS)) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no fever and not sick; not tired either",
        "No fever, chills or vomiting.",
        "never had chest pain",
        "without fever",
        "I don't have any sign of a fever",
        "I haven't been sick",
        "didn't vomit",
        "neither fever nor chills",
        "fever: no",
        "chest pain - none",
        "fever no, slept well",
        "my legs are not numb",
        "my legs arent numb",
        "I do not have a fever",
        "fever-free",
        "I do not want to die",
        "kein Fieber und nicht krank",
        "weder Fieber noch Schüttelfrost",
        "ohne Übelkeit",
        "keine Brustschmerzen",
        "Fieber: nein",
        "feverfew tea, sickle moon",
        "chest fine but pain in the knee",
    ],
)
def test_what_a_note_says_is_not_there_is_not_found(text):
    assert mentions(text, SIGNS) == ()


def test_a_no_of_one_line_says_nothing_about_the_next():
    assert mentions("no fever\nfever", ["fever"]) == ("fever",)


def test_words_come_back_as_the_table_has_them_and_once_each():
    assert mentions("ÜBELKEIT, Uebelkeit, fever", ["Übelkeit", "fever"]) == ("Übelkeit", "fever")
