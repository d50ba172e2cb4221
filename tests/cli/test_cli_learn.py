"""`flarepath learn`: own lessons, guesses, what to read; nothing but the referral where somebody must be seen today."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from flarepath.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = Path(__file__).parents[1] / "cases" / "safety"
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


def test_a_lesson_is_read_and_the_file_stays_as_it_is(taught, dana):
    before = Path(dana).read_bytes()
    assert "Try this." in taught(dana, "--lesson", "soreness", *AT).out
    assert json.loads(taught(dana, "--lesson", "soreness", "--json").out)["id"] == "soreness"
    assert Path(dana).read_bytes() == before


def test_who_says_so_has_it_marked_as_read(taught, dana):
    said = taught(dana, "--lesson", "soreness", "--done", *AT)
    assert "Written at the end of dana.csv" in said.err
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


def test_reading_and_guessing_make_no_safety_answer_older(taught, why_exits, dana):
    before = why_exits(dana)
    taught(dana, "--lesson", "soreness", "--done")
    taught(dana, "--guess", "stress", "--region", "lower_back")
    assert why_exits(dana) == before


@pytest.fixture
def why_exits(capsys):
    """The exit code and the refusal of `why`."""

    def of(diary):
        with pytest.raises(SystemExit) as left:
            main(["why", str(diary), "--json"])
        said = capsys.readouterr()
        return int(left.value.code or 0), said.err

    return of


CRISIS = "2026-02-13T08:00,answer,e14,,,{},,"


@pytest.fixture
def crisis(tmp_path):
    """A diary in which an answer about not wanting to live stands; or another last line."""

    def of(line, *, born="1985"):
        rows = (CASES / "65-crisis-and-a-guess.csv").read_text(encoding="utf-8").splitlines()
        kept = [
            row.replace(",1985,", f",{born},") for row in rows if ",note,guess," not in row and ",e14,,,yes" not in row
        ]
        path = tmp_path / "diary.csv"
        path.write_text("\n".join([*kept, line]) + "\n", encoding="utf-8")
        return path

    return of


@pytest.mark.parametrize("words", [("--guess", "stress", "--sure", "60"), ("--lesson", "soreness", "--done"), ()])
@pytest.mark.parametrize(
    ("line", "born"),
    [
        (CRISIS.format("yes"), "1985"),
        (CRISIS.format("unsure"), "1985"),
        ("2026-02-13T08:00,answer,e1,,,yes,,", "1985"),
        ("2026-02-13T08:00,mood,,,,5,nrs,", "2012"),
    ],
)
def test_in_a_crisis_an_emergency_and_below_18_help_stands_alone(taught, crisis, line, born, words):
    path = crisis(line, born=born)
    before = path.read_bytes()
    said = taught(path, *words)
    shown = " ".join(said.out.split())
    assert (said.exit_code, path.read_bytes() == before) == (3, True)
    assert "116 123" in shown if "e14" in line else "999" in shown
    assert "Try this." not in shown


def test_without_it_the_same_guess_is_kept(taught, crisis):
    path = crisis("2026-02-13T08:00,mood,,,,5,nrs,")
    before = path.read_bytes()
    said = taught(path, "--guess", "stress", "--sure", "60")
    assert (said.exit_code, path.read_bytes().startswith(before), b"sure=60" in path.read_bytes()) == (0, True, True)


def test_before_the_questions_are_answered_nothing_is_guessed(taught, tmp_path):
    path = tmp_path / "diary.csv"
    path.write_text(
        "time,kind,what,where,side,value,unit,detail\n2026-02-13T08:00+00:00,pain,,knee_front,left,5,nrs,\n"
    )
    before = path.read_bytes()
    said = taught(path, "--guess", "stress")
    assert (said.exit_code, path.read_bytes()) == (1, before)
    assert "safety questions come first" in said.err


def test_a_lesson_about_food_says_who_looks_first(taught, crisis):
    path = crisis("2026-02-13T08:00,fact,eating_disorder,,,past,,")
    assert "dietitian or your doctor looks at food with you first" in " ".join(
        taught(path, "--lesson", "food").out.split()
    )
    assert "food" not in {each["id"] for each in json.loads(taught(path, "--json").out)["to_read"]}
    plain = crisis("2026-02-13T08:00,mood,,,,5,nrs,")
    assert "looks at food with you first" not in " ".join(taught(plain, "--lesson", "food").out.split())
