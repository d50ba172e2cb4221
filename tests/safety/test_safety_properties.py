"""What holds for every set of answers."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from flarepath.diary import Diary, Entry
from flarepath.safety import QUESTIONS, screen

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
URGENCY = ["clear", "next_visit", "days", "unanswered", "same_day", "emergency"]
BLOCKING = [one.id for one in QUESTIONS.values() if one.blocks]

replies = st.builds(
    lambda name, word, hours, where: Entry(NOW - timedelta(hours=hours), "answer", name, where, word=word),
    st.sampled_from(list(QUESTIONS)),
    st.sampled_from(["yes", "no", "unsure"]),
    st.integers(0, 40 * 24),
    st.sampled_from(["", "knee_front", "wrist"]),
)
everything_no = [Entry(NOW - timedelta(days=3), "answer", name, word="no") for name in BLOCKING]


def gate(entries):
    return screen(Diary.of_entries(entries), at=NOW, region="knee_front")


@given(st.lists(replies, max_size=80))
def test_clear_is_never_said_while_a_question_is_open_or_answered_yes(entries):
    found = gate(entries)
    answers = {one.answer for one in found.findings if QUESTIONS[one.id].blocks}
    assert found.level != "clear" or answers <= {"no", "not_applicable"}


@given(st.lists(replies, max_size=30), st.sampled_from(BLOCKING))
def test_a_further_yes_never_makes_it_less_urgent(entries, name):
    before = gate([*everything_no, *entries])
    after = gate([*everything_no, *entries, Entry(NOW, "answer", name, word="yes")])
    was_open = before.level == "unanswered" and before.missing == (name,)
    assert was_open or URGENCY.index(after.level) >= URGENCY.index(before.level)


@given(st.lists(replies, max_size=40))
def test_the_order_of_the_lines_changes_nothing(entries):
    assert gate(entries) == gate(entries[::-1])


@given(st.lists(replies, max_size=40))
def test_a_level_of_days_or_more_is_always_referred(entries):
    found = gate(entries)
    assert (
        (found.referral is not None)
        or URGENCY.index(found.level) < URGENCY.index("days")
        or (found.level == "unanswered")
    )


@given(st.lists(replies, max_size=40))
def test_an_emergency_locks_everything(entries):
    found = gate(entries)
    assert (found.level == "emergency") is ("everywhere" in found.locked and found.referral.urgency == "emergency")
