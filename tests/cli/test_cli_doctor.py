"""What the doctor finds."""

import pytest
from click.testing import CliRunner

from flarepath.cli.commands import flarepath_command
from flarepath.safety import QUESTIONS

PAIN = "2026-03-02T08:00,pain,,knee_front,left,2,nrs,"


@pytest.fixture
def doctor():
    """Run it, and give its exit code and page."""

    def run(*words):
        shown = CliRunner().invoke(flarepath_command, ["doctor", *map(str, words)], standalone_mode=False)
        return shown.return_value, shown.output

    return run


def test_it_tells_what_is_installed_and_counts_the_tables(doctor):
    code, text = doctor()
    assert code == 0
    for name in ("flarepath", "Python", "click", "rich", "safety questions", "exercises", "regions", "sources"):
        assert f"\n    {name} " in text


def test_a_sound_diary_is_exit_0(doctor, file):
    code, text = doctor(file(PAIN))
    assert code == 0
    assert "Every line could be read." in text
    assert "Europe/London" in text
    assert "Mon 2 Mar 2026" in text


def test_every_problem_is_listed_and_the_exit_is_1(doctor, file):
    rows = [f"2026-03-02T08:{n:02},pain,,knee_frnt,left,2,nrs," for n in range(20)]
    code, text = doctor(file(*rows))
    assert code == 1
    assert text.count("did you mean") == 20


def test_an_exercise_of_the_persons_own_comes_with_a_suggestion_and_is_no_fault(doctor, file):
    code, text = doctor(file("2026-03-02T08:00,exercise,clamshel,,,,,sets=3; reps=8"))
    assert code == 0
    assert "clamshel: perhaps clamshell" in text


def test_the_age_of_the_screens_is_told(doctor, file):
    _, text = doctor(file("2026-03-01T08:00,answer,e1,,,no,,version=1", PAIN))
    assert f"1 of {len(QUESTIONS)} ever answered" in text
    assert "1 day before the last entry" in text


def test_a_diary_never_screened_says_never(doctor, file):
    assert "never" in doctor(file(PAIN))[1]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("2026-03-01T08:00,fact,birth_year,,,2027,,", "2027"),
        ("2026-03-01T08:00,fact,birth_year,,,1903,,", "Year of birth 1903"),
        ("2026-03-01T08:00,fact,country,,,Atlantis,,", "'Atlantis'"),
        ("2026-03-01T08:00,fact,sex,,,robot,,", "'robot'"),
        ("2026-03-01T08:00,answer,e44,,,yes,,", "to e44"),
    ],
)
def test_what_cannot_be_right_is_named_and_counts_as_to_mend(doctor, file, row, words):
    code, text = doctor(file(row, PAIN))
    assert (code, words in text) == (1, True)


def test_facts_that_can_be_right_are_not_named(doctor, file):
    facts = ("birth_year,,,1985", "country,,,GB", "sex,,,female")
    code, text = doctor(file(*(f"2026-03-01T08:00,fact,{fact},," for fact in facts), PAIN))
    assert (code, "Cannot be right" in text) == (0, False)


@pytest.mark.parametrize(
    "row", ["2026-03-01T08:00,pain,,lower_back,,11,nrs,", "2026-03-01T08:00,pain,,lower_bak,,9,nrs,"]
)
def test_a_row_that_cannot_be_read_is_named(doctor, file, row):
    code, text = doctor(file(row, PAIN))
    assert (code, "line 3" in text) == (1, True)
