"""What is due soon and blocks nothing."""

from datetime import timedelta

import pytest

HOUR = timedelta(hours=1)


def after_full_screen(ask, *more):
    """A full screen four days ago, by a person who has logged knee pain 3 for a month."""
    known = [ask.felt(3, at=ask.MONDAY - ask.days(day)) for day in range(5, 30)]
    medicine = ask.event("travel")
    return ask.gate([*known, medicine, *ask.everything(at=ask.MONDAY - ask.days(4)), *more])


def test_nothing_new_makes_nothing_due(ask):
    found = after_full_screen(ask, ask.felt(3))
    assert (found.level, found.due) == ("clear", ())


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("surgery", "operation"),
        ("trauma", "injury"),
        ("pop", "injury"),
        ("twang", "injury"),
        ("diagnosis", "diagnosis"),
    ],
)
def test_an_event_makes_the_full_screen_due_within_7_days(ask, what, reason):
    found = after_full_screen(ask, ask.event(what, at=ask.MONDAY - ask.days(1)))
    assert any("by 8 March" in sentence and reason in sentence for sentence in found.due)


def test_a_day_that_is_over_is_never_the_one_to_act_by(ask):
    found = after_full_screen(ask, ask.event("diagnosis", at=ask.MONDAY - ask.days(3.5)))
    assert "by 5 March" in found.due[0]
    late = ask.MONDAY + ask.days(6)
    known = [ask.felt(3, at=late - ask.days(day)) for day in range(1, 30)]
    screened = ask.everything(at=ask.MONDAY - ask.days(4))
    due = ask.gate([*known, *screened, ask.event("diagnosis", at=ask.MONDAY - ask.days(3))], at=late).due
    assert "again today" in due[0]


@pytest.mark.parametrize("what", ["travel", "period", "illness", "seen_by_professional"])
def test_another_event_makes_nothing_due(ask, what):
    assert after_full_screen(ask, ask.event(what)).due == ()


@pytest.mark.parametrize(("points", "due"), [(6.9, False), (7, True)])
def test_strong_pain_makes_it_due(ask, points, due):
    assert bool(after_full_screen(ask, ask.felt(points)).due) is due


def test_a_new_region_makes_it_due_and_names_it(ask):
    found = after_full_screen(ask, ask.felt(1, where="wrist", side="right"))
    assert "wrist, right" in found.due[0].lower()
    assert after_full_screen(ask, ask.felt(0, where="wrist", side="right")).due == ()


def test_a_new_medicine_makes_it_due_once(ask):
    pills = ask.felt(1, kind="medicine", where="")
    named = [type(pills)(one, "medicine", "Ciprofloxacin", value=1.0) for one in (ask.MONDAY, ask.MONDAY - HOUR)]
    assert after_full_screen(ask, *named).due[0].count("Ciprofloxacin") == 1
    long_known = type(pills)(ask.MONDAY - ask.days(20), "medicine", "ciprofloxacin ", value=1.0)
    assert after_full_screen(ask, *named, long_known).due == ()


def test_several_reasons_stand_in_one_sentence_with_the_earliest_day(ask):
    found = after_full_screen(ask, ask.event("diagnosis", at=ask.MONDAY - ask.days(3)), ask.felt(8))
    assert len(found.due) == 1
    assert "6 March" in found.due[0]


def test_a_full_screen_since_then_is_enough(ask):
    found = after_full_screen(ask, ask.event("diagnosis", at=ask.MONDAY - HOUR), *ask.everything())
    assert found.due == ()


def test_nothing_is_due_while_the_full_screen_is_open_anyway(ask):
    assert ask.gate([*ask.everything(but=["d1"]), ask.event("diagnosis")]).due == ()


def test_an_implant_without_a_place_asks_for_it(ask):
    assert any("not where" in one for one in after_full_screen(ask, ask.fact("implant")).due)
    known = ask.fact("implant", where="hip_front", side="left")
    assert not [one for one in after_full_screen(ask, known).due if "not where" in one]


@pytest.mark.parametrize(("where", "told"), [("calf", "for: Calf"), ("", "without a place")])
def test_a_standing_warning_says_how_it_is_lifted(ask, where, told):
    found = ask.gate([*ask.everything(but=["s4"]), ask.answer("s4", "yes", where=where)])
    assert told in found.due[0]
    assert "seen by professional" in found.due[0]


@pytest.mark.parametrize(("question", "word"), [("s4", "unsure"), ("n3", "yes")])
def test_what_a_no_may_take_back_or_locks_nothing_says_no_such_thing(ask, question, word):
    assert ask.gate([*ask.everything(but=[question]), ask.answer(question, word)]).due == ()


def test_a_crisis_leaves_nothing_due(ask):
    found = ask.gate([*ask.everything(), ask.answer("s16", "yes"), ask.answer("s4", "yes"), ask.event("pop")])
    assert found.due == ()
