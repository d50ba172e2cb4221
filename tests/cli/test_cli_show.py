"""The small things a page is made of."""

import io

import pytest
from rich.text import Text

from flarepath.cli.show import AREAS, LEVELS, paper, show_all
from flarepath.cli.show.strokes import bar, skyline
from flarepath.cli.show.words import ADJUSTMENTS, VERDICTS, likelihood, place
from flarepath.flares import Verdict
from flarepath.plan import Adjustment
from flarepath.safety import QUESTIONS, Level


@pytest.mark.parametrize(
    ("value", "drawn"), [(-1, "····"), (0, "····"), (5, "██··"), (6, "██▍·"), (10, "████"), (99, "████")]
)
def test_a_bar_is_as_long_as_its_value(value, drawn):
    assert bar(value, most=10, cells=4).plain == drawn


def test_a_skyline_has_a_block_for_every_value():
    assert skyline([0, 2, 5, 10, 12], most=10).plain == "▁▂▅██"


@pytest.mark.parametrize(("share", "word"), [(0.95, "very likely"), (0.55, "more likely than not"), (0.0, "unlikely")])
def test_a_probability_is_a_word(share, word):
    assert likelihood(share) == word


@pytest.mark.parametrize(
    ("region", "side", "name"),
    [("knee_front", "left", "Front of the knee, left"), ("", "", "Whole body"), ("shin", "both", "Shin, both sides")],
)
def test_a_place_has_a_plain_name(region, side, name):
    assert place(region, side) == name


def test_every_level_verdict_adjustment_and_area_has_its_words():
    assert LEVELS.keys() == set(Level.__args__)
    assert VERDICTS.keys() == set(Verdict.__args__)
    assert ADJUSTMENTS.keys() == set(Adjustment.__args__)
    assert {question.area for question in QUESTIONS.values()} <= AREAS.keys()


def test_where_only_ascii_can_be_written_every_letter_has_a_stand_in():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    show_all([Text("● ██▍· Käthe …")], paper(stream))
    stream.flush()
    assert stream.buffer.getvalue() == b"  * ###. K?the .\n"


def test_colours_are_left_out_where_they_are_not_wanted(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    stream = io.StringIO()
    show_all([Text("Emergency", "red")], paper(stream))
    assert "\x1b[31m" not in stream.getvalue()
