"""Where an answer holds: a no for its own place, a yes everywhere; locks, and what lifts them."""

import pytest

from flarepath.safety import EVERYWHERE, QUESTIONS

KNEE = {"region": "knee_front", "side": "left"}


@pytest.mark.parametrize(
    ("where", "side", "level"),
    [
        ("knee_front", "left", "clear"),
        ("knee_front", "both", "clear"),
        ("knee_front", "", "clear"),
        ("", "", "clear"),
        ("whole_body", "", "clear"),
        ("knee_front", "right", "unanswered"),
        ("knee_back", "left", "unanswered"),
    ],
)
def test_a_no_counts_for_its_own_place(ask, where, side, level):
    assert ask.gate(ask.everything(where=where, side=side), **KNEE).level == level


def test_a_no_for_one_side_does_not_speak_for_the_whole_region(ask):
    assert ask.gate(ask.everything(where="knee_front", side="left"), region="knee_front").level == "unanswered"


def test_a_no_for_one_region_does_not_speak_for_the_whole_body(ask):
    assert ask.gate(ask.everything(where="knee_front", side="left")).level == "unanswered"


@pytest.mark.parametrize(
    ("question", "level", "locks"),
    [
        ("e9", "emergency", {EVERYWHERE}),
        ("s1", "same_day", {"elbow_tip"}),
        ("d16", "days", {"elbow_tip"}),
        ("n3", "next_visit", set()),
    ],
)
def test_a_yes_counts_everywhere_and_locks_its_region(ask, question, level, locks):
    entries = [*ask.everything(but=[question]), ask.answer(question, where="", word="no")]
    entries += [ask.answer(question, "yes", where="elbow_tip", side="right")]
    found = ask.gate(entries, **KNEE)
    assert (found.level, found.locked) == (level, locks)


@pytest.mark.parametrize(
    ("question", "region", "locks"),
    [("s9", "knee_front", {EVERYWHERE}), ("d4", "knee_front", {"knee_front"}), ("d4", "", {EVERYWHERE})],
)
def test_a_yes_without_a_place_locks_what_it_may_be_about_and_what_it_forbids(ask, question, region, locks):
    entries = [*ask.everything(but=[question]), ask.answer(question, "yes")]
    assert ask.gate(entries, region=region).locked == locks | QUESTIONS[question].locks


def test_two_answers_lock_two_regions(ask):
    entries = [*ask.everything(), ask.answer("d16", "yes", where="elbow_tip"), ask.answer("d16", "yes", where="toes")]
    assert ask.gate(entries).locked == {"elbow_tip", "toes"}


def lift(ask, *, asked, seen, later=0):
    """The answer to `asked` is yes a week ago; a professional was seen for `seen`, days later; then all is no."""
    week_ago = ask.MONDAY - ask.days(7)
    entries = [ask.answer("s1", "yes", at=week_ago, where=asked[0], side=asked[1])]
    entries += [ask.event("seen_by_professional", at=week_ago + ask.days(later), where=seen[0], side=seen[1])]
    return ask.gate([*entries, *ask.everything()]).level


@pytest.mark.parametrize(
    ("asked", "seen", "level"),
    [
        (("knee_front", "left"), ("knee_front", "left"), "clear"),
        (("knee_front", "left"), ("knee_front", ""), "clear"),
        (("knee_front", ""), ("knee_front", "left"), "clear"),
        (("knee_front", "left"), ("", ""), "clear"),
        (("", ""), ("", ""), "clear"),
        (("knee_front", "left"), ("knee_front", "right"), "same_day"),
        (("knee_front", "left"), ("knee_back", "left"), "same_day"),
        (("knee_front", "both"), ("knee_front", "left"), "same_day"),
        (("", ""), ("knee_front", "left"), "same_day"),
    ],
)
def test_a_visit_lifts_a_yes_of_its_own_place(ask, asked, seen, level):
    assert lift(ask, asked=asked, seen=seen) == level


def test_a_visit_before_the_yes_lifts_nothing(ask):
    assert lift(ask, asked=("knee_front", "left"), seen=("knee_front", "left"), later=-0.01) == "same_day"


def test_another_event_lifts_nothing(ask):
    entries = [*ask.everything(), ask.answer("s1", "yes"), ask.event("diagnosis")]
    assert ask.gate(entries).level == "same_day"


def test_the_visit_settles_the_question_and_opens_the_lock(ask):
    entries = [*ask.everything(at=ask.MONDAY - ask.days(3)), ask.answer("s1", "yes", at=ask.MONDAY - ask.days(2))]
    found = ask.gate([*entries, ask.event("seen_by_professional", at=ask.MONDAY - ask.days(1))])
    assert (found.level, found.missing, found.locked) == ("clear", (), frozenset())


def test_a_visit_longer_ago_than_a_screen_counts_asks_again(ask):
    entries = [ask.answer("s1", "yes", at=ask.MONDAY - ask.days(40))]
    entries += [ask.event("seen_by_professional", at=ask.MONDAY - ask.days(30))]
    asked = [one for one in ask.everything() if one.what != "s1"]
    assert ask.gate([*entries, *asked]).missing == ("s1",)


def test_a_yes_after_the_visit_stands_again(ask):
    entries = [*ask.everything(), ask.event("seen_by_professional", at=ask.MONDAY - ask.days(1))]
    assert ask.gate([*entries, ask.answer("s1", "yes")]).level == "same_day"


def test_a_no_between_yes_and_visit_is_enough(ask):
    entries = [ask.answer("s1", "yes", at=ask.MONDAY - ask.days(3)), *ask.everything(at=ask.MONDAY - ask.days(2))]
    assert ask.gate([*entries, ask.event("seen_by_professional")]).level == "clear"


@pytest.mark.parametrize(("where", "level"), [("elbow_tip", "clear"), ("", "clear"), ("knee_front", "days")])
def test_a_later_no_for_the_same_place_takes_back_an_unsure(ask, where, level):
    entries = [*ask.everything(at=ask.MONDAY - ask.days(2))]
    entries += [ask.answer("s1", "unsure", at=ask.MONDAY - ask.days(1), where="elbow_tip")]
    assert ask.gate([*entries, ask.answer("s1", where=where)]).level == level


def test_an_unsure_without_a_place_is_taken_back_where_the_no_was_given(ask):
    entries = [*ask.everything(at=ask.MONDAY - ask.days(2)), ask.answer("s1", "unsure", at=ask.MONDAY - ask.days(1))]
    entries += [ask.answer("s1", where="knee_front", side="left")]
    assert ask.gate(entries, **KNEE).level == "clear"
    assert ask.gate(entries, region="wrist").level == "days"
