"""Diaries of people whom the questions once let pass: what the gate must say of each, and a twin that turns it."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from flarepath.course import current, episodes, outcomes
from flarepath.diary import read
from flarepath.safety import screen

CASES = Path(__file__).parents[1] / "cases" / "safety"

OPEN = {
    "01-second-place-hidden": {"s1", "s4", "e1"},
    "09-pop-in-the-achilles": {"s5"},
    "10-knee-operation-yesterday": {"s15"},
    "12-pop-heard-but-nothing-told": {"s5"},
    "14-shoulder-operation-yesterday": {"s15"},
    "24-head-ten": {"e6", "e10"},
    "25-calf-ten-burning": {"e9", "e11"},
    "26-belly-ten-pregnant": {"e13", "s14"},
    "27-foot-ten-numb": {"e11", "s6"},
    "28-jaw-eight-at-66": {"s7", "e12"},
    "29-new-hip-ten": {"e16", "s2"},
    "30-fever-in-the-notes": {"e10", "s8", "s14"},
    "32-note-wants-to-die": {"e14", "s16"},
    "33-note-legs-numb": {"e4", "e5"},
    "34-note-black-urine": {"e8"},
    "35-mood-zero-for-weeks": {"e14", "s16"},
    "40-thighs-ten-on-day-five": {"s13"},
    "41-electric-leg-stretched": {"e4", "e5", "s6"} - {"e4"},
    "42-heel-rises-25-to-1": {"s6", "d17"},
    "43-chair-stands-18-to-4": {"s6", "d11"},
    "44-energy-falls-after-each-session": {"d24"},
    "47-implant-soreness-six": {"s2", "e16"},
}
"""The questions that block, by case."""

LEVELS = {
    "06-night-and-rest-nine": "days",
    "29-new-hip-ten": "same_day",
    "39-chest-with-each-run": "emergency",
    "45-d9-no-neck-loading": "days",
    "48-answer-id-e44-yes": "unanswered",
    "68-born-2008-in-january": "unanswered",
    "69-born-in-the-year-2027": "unanswered",
    "49-pain-eleven": "unanswered",
    "50-place-misspelt-nine": "unanswered",
    "51-event-misspelt": "unanswered",
    "59-pain-with-each-period": "next_visit",
    "60-stiff-75-minutes-at-68": "days",
    "61-shoulder-170-to-98": "days",
    "63-summary-without-implant": "same_day",
}

LOCKED = {
    "10-knee-operation-yesterday": "knee_front",
    "14-shoulder-operation-yesterday": "shoulder_front",
    "45-d9-no-neck-loading": "neck_back",
    "47-implant-soreness-six": "knee_front",
    "61-shoulder-170-to-98": "shoulder_front",
}


def lines(name):
    return (CASES / f"{name}.csv").read_text(encoding="utf-8").splitlines()


def gate_of(rows, *, at=None):
    diary = read(rows)
    moment = at or max([diary.last, *(line.time for line in diary.spoiled if line.time)])
    lasting = [(current(episodes(diary, one), at=moment), one) for one in outcomes(diary)]
    flare = max((flare for flare, _ in lasting if flare), key=lambda one: one.now - one.baseline, default=None)
    return screen(diary, at=moment, flare=flare)


def gate(name):
    at = datetime.fromisoformat("2026-02-13T18:31+00:00") if name.startswith("39") else None
    return gate_of(lines(name), at=at)


@pytest.mark.parametrize(("name", "asked"), OPEN.items())
def test_the_questions_that_the_news_bears_on_are_open_and_block(name, asked):
    found = gate(name)
    assert asked <= {one.id for one in found.open}
    assert not found.may_move


@pytest.mark.parametrize(("name", "level"), LEVELS.items())
def test_the_level_is_what_the_diary_calls_for(name, level):
    assert gate(name).level == level


@pytest.mark.parametrize(("name", "region"), LOCKED.items())
def test_the_part_is_locked(name, region):
    assert region in gate(name).locked


@pytest.mark.parametrize(
    "name", ["48-answer-id-e44-yes", "49-pain-eleven", "50-place-misspelt-nine", "51-event-misspelt"]
)
def test_what_cannot_be_read_is_named_with_its_line(name):
    found = gate(name)
    assert found.repairs
    assert "e44" in found.say or re.search(r"Line \d+", found.say)


def test_a_denied_fever_opens_nothing():
    assert gate("31-no-fever-read-as-fever").level == "clear"


@pytest.mark.parametrize("name", ["02-steady-nine-squats-raised", "62-due-by-a-past-day"])
def test_no_sentence_names_a_day_to_act_by_that_is_over(name):
    found = gate(name)
    assert not [one for one in found.due if re.search(r"\bby 1[0-5] January", one)]


def test_the_summary_of_an_implant_names_age_implant_and_reason():
    summary = gate("63-summary-without-implant").referral.summary
    assert re.search(r"age about \d\d", summary)
    assert "joint replacement" in summary
    assert "implant" in summary.lower()


# ---- twins: the same diary without the one thing ----
@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("12-pop-heard-but-nothing-told", ",event,pop,"),
        ("32-note-wants-to-die", ",note,"),
        ("33-note-legs-numb", ",note,"),
        ("34-note-black-urine", ",note,"),
        ("35-mood-zero-for-weeks", "nothing"),
        ("49-pain-eleven", ",11,"),
        ("50-place-misspelt-nine", ",lower_bak,"),
        ("51-event-misspelt", ",trama,"),
        ("48-answer-id-e44-yes", ",e44,"),
    ],
)
def test_the_twin_without_it_is_clear(name, without):
    rows = [one for one in lines(name) if without not in one]
    if name.startswith("35"):
        rows = [one for one in rows if ",note," not in one and ",mood," not in one]
    assert gate_of(rows).level == "clear"
