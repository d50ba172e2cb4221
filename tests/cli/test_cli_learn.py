"""`flarepath learn`: own lessons, guesses, what to read; nothing but the referral where somebody must be seen today."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from flarepath.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
AT = ("--at", "2026-03-12T08:00")


@pytest.fixture
def dana(tmp_path):
    """A copy of Dana's diary."""
    return shutil.copy(EXAMPLES / "dana.csv", tmp_path / "dana.csv")


@pytest.fixture
def taught(capsys):
    """What `learn` says: its exit code, and what was printed."""

    def of(diary, *words):
        with pytest.raises(SystemExit) as left:
            main(["learn", str(diary), *words])
        said = capsys.readouterr()
        return SimpleNamespace(exit_code=int(left.value.code or 0), out=said.out, err=said.err)

    return of


def test_danas_flare_ups_taught_something_that_did_not_hold(taught, dana):
    document = json.loads(taught(dana, "--json", *AT).out)
    assert document["learned"][0]["says"] == "does_not_hold"
    assert {each["id"] for each in document["lists"]} >= {"pet_list", "stress_ladder"}
    assert len(document["to_read"]) == 19


def test_the_page_names_what_to_read_next_and_what_is_due(taught, dana):
    shown = " ".join(taught(dana, *AT).out.split())
    for words in ("What your own flare-ups taught", "Guess first", "To read next", "The three tactics", "predictions"):
        assert words in shown


def test_a_lesson_is_read_and_counts_as_read(taught, dana):
    shown = taught(dana, "--lesson", "soreness", *AT).out
    assert "Try this." in shown
    left = {each["id"] for each in json.loads(taught(dana, "--json", *AT).out)["to_read"]}
    assert "soreness" not in left


def test_a_guess_is_kept_and_held_against_the_answer(taught, dana):
    taught(dana, "--guess", "short_muscle", "--sure", "70", "--region", "lower_back", *AT)
    (guess,) = json.loads(taught(dana, "--json", *AT).out)["guesses"]
    assert (guess["cause"], guess["sure"], guess["right"]) == ("short_muscle", 0.7, True)


def test_an_unknown_lesson_is_refused(taught, dana):
    said = taught(dana, "--lesson", "sorenes")
    assert (said.exit_code, "sorenes" in said.err) == (2, True)


def test_who_must_be_seen_today_is_taught_nothing(taught):
    said = taught(EXAMPLES / "cy.csv", "--json")
    document = json.loads(said.out)
    assert said.exit_code == 3
    assert document["refer"]
    if document["gate"]["level"] in ("same_day", "emergency"):
        assert (document["to_read"], document["lists"], document["workouts"]) == ([], [], [])
