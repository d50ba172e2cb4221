"""The facts of the full screen, asked once."""

from datetime import UTC, datetime

from flarepath.cli.asking import Stopped, Talk
from flarepath.cli.telling import told

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def tell(names, *typed):
    """The facts that a person who types this tells, as (name, value, word, where, side)."""
    lines = iter(typed)

    def hear(_prompt):
        line = next(lines, "q")
        if line == "q":
            raise Stopped
        return line

    found = told(names, talk=Talk(lambda _part: None, hear), at=NOW)
    return [(entry.what, entry.value, entry.word, entry.where, entry.side) for entry in found]


def test_a_year_is_kept_as_a_number():
    assert tell(["birth_year"], "1988") == [("birth_year", 1988.0, "", "", "")]


def test_a_year_that_cannot_be_is_asked_again():
    assert tell(["birth_year"], "88", "no", "2050", "1990")[0][1] == 1990.0


def test_a_skipped_fact_stays_unknown():
    assert tell(["birth_year", "country"], "", "gb") == [("country", None, "GB", "", "")]


def test_none_of_these_is_one_no_a_fact():
    assert [fact[:1] + fact[2:3] for fact in tell(["cancer", "dialysis"], "n")] == [
        ("cancer", "no"),
        ("dialysis", "no"),
    ]


def test_an_implant_is_asked_for_its_place():
    assert tell(["implant"], "o", "y", "left hip front") == [("implant", None, "yes", "hip_front", "left")]


def test_a_place_nobody_knows_is_asked_again():
    assert tell(["implant"], "o", "y", "somewhere", "right knee front")[0][3:] == ("knee_front", "right")


def test_who_stops_keeps_what_was_told():
    assert tell(["birth_year", "sex"], "1988", "q") == [("birth_year", 1988.0, "", "", "")]
