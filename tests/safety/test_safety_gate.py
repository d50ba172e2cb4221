"""When the gate is satisfied: age, order, precedence and what cannot be read."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from flarepath.diary import Diary
from flarepath.errors import UnknownId
from flarepath.safety import QUESTIONS, screen, unanswered

SECOND = timedelta(seconds=1)


def test_nobody_asked_is_unanswered_and_not_clear(ask):
    found = ask.gate([])
    assert (found.level, found.full_ever, found.locked, found.referral) == ("unanswered", False, frozenset(), None)


def test_the_open_questions_come_with_the_short_screen_first(ask):
    asked = unanswered(ask.gate([]))
    assert [one.id for one in asked[:10]] == ["e1", "e2", "e3", "e4", "e7", "e8", "e14", "s1", "s4", "s5"]
    assert len(asked) == sum(one.blocks for one in QUESTIONS.values())


def test_every_answer_no_is_clear(ask):
    found = ask.gate(ask.everything())
    assert (found.level, found.short_answered, found.full_answered, found.full_ever) == ("clear", True, True, True)


def test_an_answer_counts_at_exactly_28_days(ask):
    assert ask.gate(ask.everything(at=ask.MONDAY - ask.days(28))).level == "clear"


def test_an_answer_older_than_28_days_blocks(ask):
    found = ask.gate(ask.everything(at=ask.MONDAY - ask.days(28) - SECOND))
    assert (found.level, found.full_answered, found.full_ever) == ("unanswered", False, True)


def test_the_age_of_each_question_counts_on_its_own(ask):
    old = ask.everything(at=ask.MONDAY - ask.days(30))
    assert ask.gate([*old, *ask.everything(but=["d7"])]).missing == ("d7",)


def test_days_are_counted_over_a_clock_change(ask):
    paris = ZoneInfo("Europe/Paris")
    asked = datetime(2026, 3, 10, 8, tzinfo=paris)
    spring = datetime(2026, 4, 7, 9, tzinfo=paris)
    assert ask.gate(ask.everything(at=asked), at=spring).level == "clear"
    assert ask.gate(ask.everything(at=asked), at=spring + SECOND).level == "unanswered"


def test_an_answer_from_the_future_does_not_exist(ask):
    assert ask.gate(ask.everything(at=ask.MONDAY + SECOND)).level == "unanswered"


def test_the_newest_answer_counts(ask):
    later = [ask.answer("s1", "no", at=ask.MONDAY)]
    earlier = [ask.answer("s1", "unsure", at=ask.MONDAY - SECOND)]
    assert ask.gate([*ask.everything(but=["s1"]), *earlier, *later]).level == "clear"


def test_a_later_unsure_takes_back_a_no(ask):
    entries = [*ask.everything(at=ask.MONDAY - ask.days(1)), ask.answer("s1", "unsure")]
    assert ask.gate(entries).level == "days"


@pytest.mark.parametrize(("word", "level"), [("yes", "same_day"), ("unsure", "days")])
def test_at_the_same_time_the_more_worrying_answer_wins(ask, word, level):
    entries = ask.everything()
    assert ask.gate([*entries, ask.answer("s1", word)]).level == level
    assert ask.gate([ask.answer("s1", word), *entries]).level == level


def test_a_later_no_alone_does_not_lift_a_yes(ask):
    entries = [ask.answer("s1", "yes", at=ask.MONDAY - ask.days(2)), *ask.everything()]
    assert ask.gate(entries).level == "same_day"


def test_a_yes_never_grows_old(ask):
    entries = [ask.answer("d13", "yes", at=ask.MONDAY - ask.days(400)), *ask.everything(but=["d13"])]
    assert ask.gate(entries).level == "days"


def test_an_unsure_grows_old_and_is_asked_again(ask):
    entries = [ask.answer("d13", "unsure", at=ask.MONDAY - ask.days(29)), *ask.everything(but=["d13"])]
    assert ask.gate(entries).missing == ("d13",)


ORDER = [
    (["e4:yes", "s1:yes", "d1:yes", "n1:yes", "-d2"], "emergency"),
    (["s1:yes", "d1:yes", "n1:yes", "-d2"], "same_day"),
    (["d1:yes", "n1:yes", "-d2"], "unanswered"),
    (["d1:yes", "n1:yes"], "days"),
    (["n1:yes"], "next_visit"),
    ([], "clear"),
]


@pytest.mark.parametrize(("told", "level"), ORDER, ids=[level for _, level in ORDER])
def test_the_more_urgent_level_wins(ask, told, level):
    missing = [one[1:] for one in told if one.startswith("-")]
    said = [one.split(":") for one in told if ":" in one]
    entries = ask.everything(but=[*missing, *(name for name, _ in said)])
    assert ask.gate([*entries, *(ask.answer(name, word) for name, word in said)]).level == level


def spoiled(question, *, time, line=7):
    return SimpleNamespace(question=question, time=time, line=line)


def spoiled_gate(ask, entries, *lines):
    """The gate on a diary in which some answer lines could not be read."""
    return screen(Diary.of_entries(entries, spoiled=lines), at=ask.MONDAY)


def test_an_unreadable_answer_counts_as_the_newest_and_as_missing(ask):
    found = spoiled_gate(ask, ask.everything(at=ask.MONDAY - ask.days(2)), spoiled("e4", time=ask.MONDAY - ask.days(1)))
    assert (found.level, found.missing) == ("unanswered", ("e4",))
    assert "Line 7" in found.due[-1]


def test_an_answer_after_the_unreadable_one_counts_again(ask):
    assert spoiled_gate(ask, ask.everything(), spoiled("e4", time=ask.MONDAY - ask.days(1))).level == "clear"


def test_an_unreadable_line_without_a_time_is_the_newest(ask):
    assert spoiled_gate(ask, ask.everything(), spoiled("e4", time=None)).missing == ("e4",)


def test_an_unreadable_line_from_the_future_does_not_exist(ask):
    assert spoiled_gate(ask, ask.everything(), spoiled("e4", time=ask.MONDAY + SECOND)).level == "clear"


@pytest.mark.parametrize(("word", "level"), [("yes", "emergency"), ("unsure", "same_day")])
def test_an_unreadable_line_takes_back_no_worry(ask, word, level):
    entries = [*ask.everything(but=["e4"]), ask.answer("e4", word, at=ask.MONDAY - ask.days(2))]
    assert spoiled_gate(ask, entries, spoiled("e4", time=ask.MONDAY - ask.days(1))).level == level


def test_a_word_that_is_no_answer_counts_as_missing(ask):
    later = ask.MONDAY + SECOND
    assert ask.gate([*ask.everything(), ask.answer("s1", "maybe", at=later)], at=later).missing == ("s1",)


def test_capital_letters_change_no_answer(ask):
    assert ask.gate([*ask.everything(but=["e4"]), ask.answer("E4", "YES")]).level == "emergency"


def test_a_region_that_does_not_exist_is_refused(ask):
    with pytest.raises(UnknownId):
        ask.gate([], region="knee_frnt")


def test_the_findings_hold_each_question_once(ask):
    found = ask.gate([ask.answer("s1", "yes", where="elbow_tip"), ask.answer("s1", "yes", where="wrist")])
    assert sorted(one.id for one in found.findings) == sorted(QUESTIONS)
