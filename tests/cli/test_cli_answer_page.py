"""The answer on a terminal."""

import pytest

from flarepath.cli.show import answer_page, legible_document
from flarepath.cli.show.words import SOURCES, VERDICTS


def in_order(text, *words):
    places = [text.index(word) for word in words]
    return places == sorted(places)


def test_the_gate_comes_before_the_causes_and_they_before_the_advice(bo, printed):
    text = printed(answer_page, bo)
    assert in_order(text, "Safety questions answered", "You have been here before.", "Twelve hours", "fade within")


def test_every_part_of_the_answer_is_shown(bo, printed):
    text = " ".join(printed(answer_page, bo).split())
    for words in (
        "80%",
        "Strong people",
        "longer than a week",
        "Deep lunges",
        "step-up hurt less",
        "walking",
        "Wed 4 Mar",
    ):
        assert words in text


def test_the_first_step_stands_beside_the_body(bo, printed):
    assert in_order(printed(answer_page, bo), "The first step", "Do half as many lunges.", "what would change our mind")


def test_the_place_that_hurts_is_filled_in(bo, printed):
    assert "▓" in printed(answer_page, bo) or "▒" in printed(answer_page, bo)


def test_it_closes_with_what_it_is_not(bo, printed):
    assert "This is not a diagnosis." in printed(answer_page, bo).splitlines()[-3]


def test_what_is_suspected_is_for_the_professional_only(bo, cy, printed):
    assert "Heart" not in printed(answer_page, bo)
    assert "Cauda" not in printed(answer_page, cy)


def test_an_emergency_is_a_card_and_nothing_else(cy, printed):
    text = printed(answer_page, cy, actions=("Call 999 now.",))
    assert in_order(text, "Emergency", "999", "Call 999 now.", "Answered yes to e4.")
    assert "What to do now" not in text


def test_in_a_crisis_nothing_stands_there_but_people_to_talk_to(cy, printed):
    finding = {"id": "s16", "answer": "yes", "suspected": "", "do": "Call 116 123.", "source": "x"}
    document = cy | {"say": "Talk to someone: 116 123.", "gate": {"level": "same_day", "findings": [finding]}}
    text = printed(answer_page, document)
    assert "116 123" in text
    assert "Answered yes" not in text


def test_open_questions_are_listed_and_nothing_is_advised(cy, printed):
    document = cy | {"refer": None, "say": "Please answer first.", "gate": {"level": "unanswered", "findings": []}}
    text = printed(answer_page, document, questions=tuple(f"Question {number}?" for number in range(12)))
    assert "Question 9?" in text
    assert "and 2 more." in text
    assert "Do half as many lunges." not in text


def test_at_days_the_card_stands_above_the_causes(bo, cy, printed):
    refer = cy["refer"] | {"urgency": "days", "to": "your doctor, within 7 days"}
    text = printed(answer_page, bo | {"refer": refer, "gate": {"level": "days", "findings": []}})
    assert in_order(text, "See somebody within days", "your doctor, within 7 days", "What it looks most like")


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_has_its_words(bo, printed, verdict):
    assert VERDICTS[verdict] in printed(answer_page, bo | {"verdict": verdict})


def test_a_day_below_the_usual_is_no_riddle(bo, printed):
    easier = {"source": "unexplained", "exposures": [], "value": -1.0, "low": -1.0, "high": -1.0}
    text = printed(answer_page, bo | {"points": [bo["points"][0] | {"value": 5.0}, easier]})
    assert "easier than usual" in text
    assert SOURCES["unexplained"] not in text


def test_a_trigger_is_named_with_its_points(bo, printed):
    trigger = {"source": "trigger", "exposures": ["lunge", "step-up"], "value": 3.0, "low": 2.0, "high": 4.0}
    assert "lunge, step-up" in printed(answer_page, bo | {"points": [trigger]})


@pytest.mark.parametrize("width", [80, 60, 40, 30])
def test_no_line_is_wider_than_the_sheet(bo, cy, printed, width):
    lines = (printed(answer_page, bo, width=width) + printed(answer_page, cy, width=width)).splitlines()
    assert max(map(len, lines)) <= width


def test_no_line_ends_with_spaces(bo, printed):
    assert all(line == line.rstrip() for line in printed(answer_page, bo).splitlines())


def test_an_escape_sequence_in_a_diary_does_not_drive_the_terminal(bo, printed):
    text = printed(answer_page, legible_document(bo | {"avoid": ["\x1b[2Jsquats\u202e"]}))
    assert "squats" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_square_brackets_in_a_name_are_no_colours(bo, printed):
    assert "[red]squats[/red]" in printed(answer_page, bo | {"avoid": ["[red]squats[/red]"]})


@pytest.mark.parametrize("urgency", ["next_visit", "days"])
def test_a_visit_that_can_wait_stands_at_the_end_of_the_page(bo, printed, urgency):
    bo["refer"] = {"urgency": urgency, "to": "your doctor", "summary": "Knee, 3 of 10."}
    assert in_order(printed(answer_page, bo), "Safety questions answered", "Do half as many lunges.", "Knee, 3 of 10.")


def test_an_answer_that_somebody_has_looked_at_is_no_crisis_any_more(bo, printed):
    seen = {"id": "e14", "answer": "yes", "suspected": "", "do": "", "source": "asq"}
    bo["gate"]["findings"] = [seen]
    bo["refer"] = {"urgency": "days", "to": "your doctor", "summary": "Knee, 3 of 10."}
    assert "Do half as many lunges." in printed(answer_page, bo)
