"""The words, the small line of blocks, and sentences folded into one."""

import io

import pytest

from flarepath.cli.show import key_words, outcome_words, paper, show_all
from flarepath.cli.show.exposures import why_together
from flarepath.cli.show.lag import points_at, sparkline, ticks
from flarepath.cli.show.reasons import spanned
from flarepath.triggers.priors import shipped


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("exercise:nordic_curl", "Nordic curl"),
        ("exercise:own move", "own move"),
        ("stretch:hamstrings", "stretching the hamstrings"),
        ("stretch:couch_stretch", "couch stretch"),
        ("massage:soleus", "massaging the deep calf muscles"),
        ("sitting:driving", "sitting (driving)"),
        ("sleep", "sleep"),
        ("medicine:ibuprofen", "medicine (ibuprofen)"),
        ("mechanism:iliopsoas:short", "loading the deep hip flexors when short"),
        ("food:{x}\x1b", "{x} "),
    ],
)
def test_a_key_has_its_words(key, words):
    assert key_words(key) == words


@pytest.mark.parametrize("kind", shipped().kinds)
def test_every_kind_of_exposure_has_words_without_underscores(kind):
    assert key_words(kind)
    assert "_" not in key_words(f"{kind}:some_thing")


@pytest.mark.parametrize(
    ("kinds", "why"),
    [
        (["exercise", "stretch"], "you mostly do them together"),
        (["food", "supplement"], "you mostly have them together"),
        (["sleep", "exercise"], "they mostly go together"),
        (["food"], ""),
    ],
)
def test_why_a_set_is_one_depends_on_what_it_holds(kinds, why):
    assert why_together([{"kind": kind} for kind in kinds]) == why


def test_an_outcome_without_a_place_is_named_by_itself():
    assert outcome_words({"outcome": "energy_swings", "region": "", "side": ""}) == "Swings of energy"


def drawn(curve, cells=25):
    return [line.plain for line in sparkline(curve, cells=cells).renderables]


def test_a_curve_that_lowers_is_drawn_by_how_far():
    raised, lowered = [(0, 0.0), (6, 2.0), (12, 0.0)], [(0, 0.0), (6, -2.0), (12, 0.0)]
    assert drawn(raised) == drawn(lowered)


def test_what_goes_the_other_way_is_drawn_as_nothing():
    blocks, _ = drawn([(0, -0.2), (6, 2.0), (12, -0.2)])
    assert blocks[0] == blocks[-1] == "▁"


def test_the_faded_end_of_a_curve_is_left_out():
    assert drawn([(0, 1.0), (12, 0.0), (400, 0.0)])[1].split()[-1] == "12"


@pytest.mark.parametrize("curve", [[], [(0.0, 0.0)], [(0, 0.0), (24, 0.0)]])
def test_a_curve_of_nothing_is_flat(curve):
    assert set(drawn(curve)[0]) == {"▁"}


@pytest.mark.parametrize("last", [0.5, 3, 24, 95.9, 97, 500, 5000])
def test_the_last_label_lies_at_or_after_the_end(last):
    step, span = ticks(last)
    assert span >= last
    assert span % step == 0


def test_each_label_stands_below_its_own_block():
    blocks, hours = drawn([(0, 0.0), (24, 1.0), (48, 0.0)], cells=33)
    assert [blocks[hours.index(label)] == "█" for label in ("12", "24", "36")] == [False, True, False]


def test_a_curve_is_straight_between_its_points():
    assert points_at([(0, 0.0), (10, 2.0), (20, 0.0)], 15) == pytest.approx(1.0)


def test_where_only_ascii_can_be_written_a_curve_has_three_heights():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    show_all([sparkline([(0, 0), (24, 2), (48, 0)], cells=25)], paper(stream))
    stream.flush()
    assert set(stream.buffer.getvalue().decode().split()[0]) == set("_=#")


def test_sentences_with_the_same_numbers_stay_as_they_are():
    assert spanned(["10 of 20 days."] * 2) == "10 of 20 days."


def test_numbers_that_differ_become_a_span():
    assert spanned(["9 of 20 days.", "12 of 20 days.", "10 of 20 days."]) == "9 to 12 of 20 days."
