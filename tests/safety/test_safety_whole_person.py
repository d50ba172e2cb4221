"""One gate over the whole person: every place that flares up is asked about, and the worst of them counts."""

from datetime import timedelta

import pytest

from flarepath.safety import QUESTIONS, SHORT_SCREEN

HOUR = timedelta(hours=1)


def calm_then(ask, where, *points, side="left", days=12):
    """A place at 1 for days, then at these points, an hour apart, the last of them now."""
    known = [ask.felt(1, at=ask.MONDAY - ask.days(day), where=where, side=side) for day in range(1, days)]
    times = [ask.MONDAY - (len(points) - 1 - number) * HOUR for number in range(len(points))]
    new = [ask.felt(one, at=time, where=where, side=side) for one, time in zip(points, times, strict=True)]
    return [*known, *new]


def test_a_second_place_that_flares_up_is_asked_about_though_the_first_was_answered(ask):
    start = ask.MONDAY - ask.days(2)
    back = [ask.felt(1, at=start - ask.days(day), where="lower_back", side="") for day in range(1, 8)]
    back += [ask.felt(6, at=start + ask.days(day), where="lower_back", side="") for day in range(3)]
    answered = [*ask.everything(at=start - ask.days(5)), *ask.short(at=start + HOUR)]
    first = ask.gate([*back, *answered], region="lower_back")
    both = ask.gate([*back, *answered, *calm_then(ask, "calf", 5)], region="lower_back")
    assert (first.level, both.level) == ("clear", "unanswered")
    assert {one.id for one in both.open} == set(SHORT_SCREEN)


def test_the_questions_about_a_place_are_asked_for_each_place_and_the_others_once(ask):
    entries = [*calm_then(ask, "knee_front", 5), *calm_then(ask, "calf", 5), *ask.everything(at=ask.MONDAY - HOUR * 3)]
    found = ask.gate(entries, region="knee_front", side="left")
    asked = [one for one in found.open if one.id == "s4"]
    assert {(one.region, one.side) for one in asked} == {("knee_front", "left"), ("calf", "left")}
    assert [(one.region, one.side) for one in found.open if one.id == "e1"] == [("", "")]


def test_answers_for_one_place_open_nothing_for_the_other(ask):
    entries = [*calm_then(ask, "knee_front", 5), *calm_then(ask, "calf", 5), *ask.everything(at=ask.MONDAY - HOUR * 3)]
    entries += ask.short(where="knee_front", side="left")
    found = ask.gate(entries, region="knee_front", side="left")
    by_place = {one.region for one in found.open if not QUESTIONS[one.id].whole_body}
    assert (found.level, by_place) == ("unanswered", {"calf"})


@pytest.mark.parametrize("asked", ["lower_back", "calf", ""])
def test_the_level_is_the_same_whichever_place_is_asked_about(ask, asked):
    entries = [*calm_then(ask, "calf", 5), *ask.everything(at=ask.MONDAY - ask.days(3))]
    assert ask.gate(entries, region=asked).level == "unanswered"


def test_the_gate_says_itself_who_may_be_told_what(ask):
    clear, crisis = ask.gate(ask.everything()), ask.gate([*ask.everything(), ask.answer("s16", "yes")])
    emergency = ask.gate([*ask.everything(), ask.answer("e1", "yes")])
    child = ask.gate([*ask.everything(), ask.fact("birth_year", 2013)])
    shown = [(one.may_explain, one.may_move, one.may_read, one.card) for one in (clear, crisis, emergency, child)]
    assert shown == [
        (True, True, True, ""),
        (False, False, False, "crisis"),
        (False, False, False, "emergency"),
        (False, False, False, "parent"),
    ]


def test_a_days_level_trains_everything_but_what_is_locked(ask):
    found = ask.gate([*ask.everything(but=["d16"]), ask.answer("d16", "yes", where="wrist")], region="wrist")
    assert (found.level, found.may_train("wrist"), found.may_train("knee_front")) == ("days", False, True)


# ---- a list that has grown ----
def older(ask, *, at):
    return [one for one in ask.everything(at=at) if QUESTIONS[one.what].edition == 1]


def test_a_person_who_answered_the_older_list_whole_is_answered_and_told_of_the_new_questions(ask):
    found = ask.gate(older(ask, at=ask.MONDAY - ask.days(3)))
    newer = [one for one in QUESTIONS.values() if one.edition > 1 and one.blocks]
    assert found.level == "clear"
    assert not newer or any("list has grown" in sentence for sentence in found.due)


def test_the_older_list_counts_for_its_28_days_and_then_all_are_asked(ask):
    found = ask.gate(older(ask, at=ask.MONDAY - ask.days(29)))
    assert {one.id for one in found.open} == {one.what for one in ask.everything()}


def test_one_answer_to_a_newer_question_makes_all_of_them_count(ask):
    newer = [one.id for one in QUESTIONS.values() if one.edition > 1 and one.blocks]
    if len(newer) > 1:
        entries = [*older(ask, at=ask.MONDAY - HOUR), ask.answer(newer[0])]
        assert {one.id for one in ask.gate(entries).open} == set(newer[1:])


# ---- operations ----
@pytest.mark.parametrize(("weeks", "locked"), [(1, True), (12, True), (12.1, False)])
def test_the_part_that_was_operated_on_rests_until_a_visit_is_logged(ask, weeks, locked):
    day = ask.MONDAY - timedelta(weeks=weeks)
    entries = [ask.event("surgery", at=day, where="knee_front", side="left"), *ask.everything()]
    found = ask.gate(entries)
    assert ("knee_inner" in found.locked, "wrist" in found.locked) == (locked, False)


def test_a_visit_where_nobody_said_to_wait_opens_it(ask):
    day = ask.MONDAY - ask.days(9)
    entries = [ask.event("surgery", at=day, where="knee_front"), *ask.everything()]
    seen = ask.event("seen_by_professional", at=ask.MONDAY - ask.days(1), where="knee_front")
    waits = type(seen)(seen.time, "event", seen.what, seen.where, detail=(("said", "wait"),))
    assert (ask.gate([*entries, seen]).locked, "knee_front" in ask.gate([*entries, waits]).locked) == (set(), True)
