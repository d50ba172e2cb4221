"""The page of `triggers`, and the same trigger on the page of `why`."""

from pathlib import Path

import pytest

from flarepath.cli.show import answer_page, legible_document, triggers_page
from flarepath.cli.show.trigger import LADDER, trigger_part
from flarepath.triggers import Attribution

ROOT = Path(__file__).parents[3]


@pytest.fixture
def text_of(printed, page_of):
    """What the page of an attribution says, its line ends taken out."""
    return lambda attribution: " ".join(printed(triggers_page, page_of(attribution)).split())


def without_ends(text):
    return " ".join(text.split())


def test_what_cannot_be_told_apart_is_one_or_the_other(text_of, ada):
    assert "single-leg hinge, or Romanian deadlift: you mostly do them together" in text_of(ada)


def test_a_probability_is_told_in_words_and_in_per_cent(text_of, ada):
    text = text_of(ada)
    assert "Very likely one of them raises it (97%)" in text
    assert "single-leg hinge 55%, Romanian deadlift 42%" in text
    assert "Likely this lowers it (71%)" in text


def test_an_effect_has_its_interval_its_dose_and_its_time(text_of, ada):
    text = text_of(ada)
    assert "+1.4 points (0.8 to 2.1) for one typical dose, most after about 36 h" in text
    assert "-0.8 points (-1.3 to -0.2) for 1.1 h above the usual, most after about 10 h" in text
    assert "One dose here: more than 1.5 of the usual portion." in text


def test_the_surest_outcome_stands_first(text_of, ada):
    text = text_of(ada)
    assert text.index("Pain, back of the thigh, left") < text.index("Soreness, top of the shoulder, both sides")


def test_the_curve_stands_over_its_hours(printed, page_of, ada):
    lines = printed(triggers_page, page_of(ada)).splitlines()
    drawn = next(place for place, line in enumerate(lines) if "█" in line)
    assert lines[drawn + 1].split() == ["0", "h", "24", "48", "72", "96"]


def test_all_four_counts_are_shown(text_of, ada):
    assert "what the days show it rose it did not after it 8 2 without it 3 41" in text_of(ada)


def test_what_speaks_against_a_trigger_is_always_told(text_of, ada):
    text = text_of(ada)
    assert text.count("against ") == 3
    assert "2 of 10 times no rise came after it; 3 times it rose without it." in text
    assert "9 of 67 times it rose after it all the same; 79 times it did not rise without it." in text


@pytest.mark.parametrize("step", LADDER)
def test_every_step_of_the_ladder_says_what_it_means(printed, page_of, ada, step):
    trigger = page_of(ada)["outcomes"][1]["triggers"][0] | {"ladder": step}
    shown = printed(lambda each, context: trigger_part(each, context.width), trigger)
    assert f"{step} {LADDER[step]}" in without_ends(shown)


def test_what_is_needed_to_be_surer_is_told(text_of, ada):
    assert "to be surer 3 more sessions with only one of them." in text_of(ada)


def test_outcomes_with_the_same_reason_are_one_line(text_of, ada):
    assert "Tightness, calf, left; pain, toes, left: 6 check-ins so far; at least 10 are needed." in text_of(ada)


def test_nothing_found_is_no_proof(text_of, ada):
    assert "Pain, shin, right: nothing stands out; that is no proof that there is nothing." in text_of(ada)


def test_without_a_trigger_the_page_says_that_it_cannot_tell(text_of, unexplained):
    assert "Cannot tell yet: your diary does not name a trigger." in text_of(unexplained)


def test_a_diary_without_an_outcome_says_so(text_of):
    assert "nothing to explain yet" in text_of(Attribution(3, ()))


@pytest.mark.parametrize("name", ["ada", "unexplained"])
def test_the_page_ends_with_what_it_is_not_and_where_danger_is_asked_about(request, printed, page_of, name):
    text = without_ends(printed(triggers_page, page_of(request.getfixturevalue(name)), diary="ada.csv"))
    assert "It is not a diagnosis and gives no advice about a pain" in text
    assert text.endswith("The safety questions: flarepath screen ada.csv")


@pytest.mark.parametrize("width", [80, 60, 40, 30])
def test_no_line_of_the_triggers_is_wider_than_the_sheet(printed, page_of, ada, width):
    assert max(map(len, printed(triggers_page, page_of(ada), width=width).splitlines())) <= width


def test_a_name_in_a_diary_does_not_drive_the_terminal(printed, page_of, ada):
    document = page_of(ada)
    document["outcomes"][1]["triggers"][0]["exposures"][0]["what"] = "but\x1b[2Jter"
    assert "\x1b" not in printed(triggers_page, legible_document(document))


def test_why_shows_a_trigger_in_the_same_words(printed, bo, page_of, ada):
    trigger = page_of(ada)["outcomes"][2]["triggers"][0]
    part = printed(lambda each, context: trigger_part(each, context.width), trigger)
    assert part in printed(answer_page, bo | {"triggers": [trigger]})


def test_why_names_the_sources_of_its_points_in_words(printed, bo):
    share = {"source": "trigger", "exposures": ["exercise:romanian_deadlift"], "value": 3.0, "low": 2.0, "high": 4.0}
    assert "Romanian deadlift" in printed(answer_page, bo | {"points": [share]})


def test_the_guide_shows_the_page_as_it_is_printed(printed, page_of, ada):
    shown = (ROOT / "docs" / "guide" / "triggers.md").read_text().split("```")[1]
    assert shown.strip("\n") == printed(triggers_page, page_of(ada), diary="ada.csv").strip("\n")
