"""The ten starred questions of a flare-up: from its onset, for 7 days, until pain rises by 2."""

from datetime import timedelta

import pytest

from flarepath.course import Outcome, current, episodes
from flarepath.diary import Diary
from flarepath.safety import screen

ONSET_DAYS = 10
MINUTE = timedelta(minutes=1)


def flaring(ask, *more, onset=ONSET_DAYS, points=5):
    """A left knee at 1 for a week, then at 5 from the onset until now, with a full screen before the onset."""
    start = ask.MONDAY - ask.days(onset)
    entries = [ask.felt(1, at=start - ask.days(day)) for day in (7, 5, 3, 1)]
    entries += [ask.felt(points, at=start + ask.days(day)) for day in range(onset + 1)]
    return [*entries, *ask.everything(at=start - ask.days(1)), *more]


def test_a_flare_up_asks_the_ten_again(ask):
    found = ask.gate_in_flare(flaring(ask))
    assert found.missing == ("e1", "e2", "e3", "e4", "e7", "e8", "e14", "s1", "s4", "s5")
    assert (found.level, found.short_answered, found.full_answered) == ("unanswered", False, True)


def test_the_twin_without_a_flare_up_asks_nothing(ask):
    steady = flaring(ask, points=1)
    assert ask.gate(steady, region="knee_front", side="left").level == "clear"


def test_a_steady_known_pain_does_not_ask_again(ask):
    entries = [ask.felt(4, at=ask.MONDAY - ask.days(day)) for day in range(60)]
    found = ask.gate([*entries, *ask.everything(at=ask.MONDAY - ask.days(20))], region="knee_front", side="left")
    assert (found.level, found.short_answered) == ("clear", True)


@pytest.mark.parametrize(
    ("where", "side", "level"),
    [
        ("knee_front", "left", "clear"),
        ("", "", "clear"),
        ("knee_front", "right", "unanswered"),
        ("lower_back", "", "unanswered"),
    ],
)
def test_the_short_screen_counts_for_the_region_of_the_flare_up_or_the_whole_body(ask, where, side, level):
    assert ask.gate_in_flare(flaring(ask, *ask.short(where=where, side=side))).level == level


def test_an_answer_at_the_onset_counts(ask):
    onset = ask.MONDAY - ask.days(3)
    assert ask.gate_in_flare(flaring(ask, *ask.short(at=onset), onset=3)).level == "clear"


@pytest.mark.parametrize(("hours", "level"), [(2, "clear"), (2.1, "unanswered")])
def test_an_answer_of_the_two_hours_before_the_onset_counts_too(ask, hours, level):
    onset = ask.MONDAY - ask.days(3)
    early = ask.short(at=onset - timedelta(hours=hours))
    assert ask.gate_in_flare(flaring(ask, *early, onset=3)).level == level


def test_very_strong_pain_is_asked_about_after_it_came(ask):
    onset = ask.MONDAY - ask.days(3)
    early = ask.short(at=onset - MINUTE)
    found = ask.gate_in_flare(flaring(ask, *early, onset=3, points=8))
    assert found.level == "unanswered"


def test_an_answer_before_the_onset_does_not_count_even_where_the_rise_since_is_small(ask):
    pains = [ask.felt(points, at=ask.MONDAY - ask.days(day)) for day, points in ((5, 1), (4, 1), (3, 1), (2, 2))]
    entries = [*pains, *ask.everything(at=ask.MONDAY - ask.days(1)), ask.felt(3.5)]
    assert ask.gate_in_flare(entries).level == "unanswered"


def test_the_short_screen_counts_at_exactly_7_days(ask):
    assert ask.gate_in_flare(flaring(ask, *ask.short(at=ask.MONDAY - ask.days(7)))).level == "clear"


def test_the_short_screen_of_more_than_7_days_is_asked_again(ask):
    assert len(ask.gate_in_flare(flaring(ask, *ask.short(at=ask.MONDAY - ask.days(7) - MINUTE))).missing) == 10


@pytest.mark.parametrize(("points", "level"), [(6.9, "clear"), (7.0, "unanswered")])
def test_a_rise_by_two_asks_again(ask, points, level):
    asked = ask.short(at=ask.MONDAY - ask.days(1))
    now = ask.MONDAY + timedelta(hours=2)
    assert ask.gate_in_flare(flaring(ask, *asked, ask.felt(points, at=now)), at=now).level == level


def test_a_rise_that_has_fallen_again_still_asks(ask):
    asked = ask.short(at=ask.MONDAY - ask.days(1) + MINUTE)
    peak = ask.felt(8, at=ask.MONDAY - timedelta(hours=9))
    assert ask.gate_in_flare(flaring(ask, *asked, peak)).level == "unanswered"


def test_a_rise_in_another_region_asks_for_that_region(ask):
    asked = ask.short(at=ask.MONDAY - ask.days(1))
    found = ask.gate_in_flare(flaring(ask, *asked, ask.felt(3, where="wrist")))
    assert found.level == "unanswered"
    assert {one.region for one in found.open} == {"", "wrist"}


def test_new_pain_in_sore_muscle_asks_again(ask):
    start = ask.MONDAY - ask.days(2)
    sore = [ask.felt(5, at=start, kind="soreness"), ask.felt(5, kind="soreness"), *ask.everything(at=start)]
    assert ask.gate_in_flare(sore, kind="soreness").level == "clear"
    assert ask.gate_in_flare([*sore, ask.felt(3)], kind="soreness").level == "unanswered"


def test_one_old_starred_answer_blocks_alone(ask):
    young = ask.short(at=ask.MONDAY - ask.days(1), but=["s4"])
    assert ask.gate_in_flare(flaring(ask, *young)).missing == ("s4",)


def test_a_standing_yes_needs_no_new_answer(ask):
    yes = ask.answer("s4", "yes", at=ask.MONDAY - ask.days(9), where="calf", side="left")
    found = ask.gate_in_flare(flaring(ask, *ask.short(but=["s4"]), yes))
    assert (found.level, found.missing) == ("same_day", ())


@pytest.mark.parametrize(("born", "asked"), [(2011, True), (1990, False)])
def test_a_minor_is_asked_the_childs_question_with_the_ten(ask, born, asked):
    found = ask.gate_in_flare(flaring(ask, ask.fact("birth_year", born, at=ask.MONDAY - ask.days(30))))
    assert ("e15" in found.missing) is asked


def test_the_place_is_the_flare_ups_where_none_was_asked(ask):
    diary = Diary.of_entries(flaring(ask, *ask.short(where="knee_front", side="left")))
    flare = current(episodes(diary, Outcome("pain", "knee_front", "left")), at=ask.MONDAY)
    assert screen(diary, at=ask.MONDAY, flare=flare).level == "clear"
    assert screen(diary, at=ask.MONDAY, region="knee_front", flare=flare).level == "clear"
    assert screen(diary, at=ask.MONDAY, region="knee_front", side="right", flare=flare).level == "unanswered"


def test_a_flare_up_that_is_over_asks_nothing(ask):
    calm = [ask.felt(1, at=ask.MONDAY + ask.days(day)) for day in (1, 2)]
    diary, at = Diary.of_entries(flaring(ask, *calm)), ask.MONDAY + ask.days(2)
    assert current(episodes(diary, Outcome("pain", "knee_front", "left")), at=at) is None
    assert screen(diary, at=at, region="knee_front", side="left").level == "clear"
