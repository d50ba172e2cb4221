"""Scores, changes that matter, and due dates of the questionnaires."""

from datetime import UTC, datetime, timedelta

import pytest

from flarepath.diary import Diary, Entry
from flarepath.errors import UnknownId
from flarepath.questionnaires import QUESTIONNAIRES, all_scores, change, due, questionnaire, scores

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def answered(days=0, **rows):
    time = NOON + timedelta(days=days)
    return [Entry(time, "test", name, value=value) for name, value in rows.items()]


def diary(*entries):
    return Diary.of_entries(entries)


def test_peg_is_the_mean_of_its_three_answers():
    (score,) = scores(diary(*answered(peg_pain=6, peg_enjoyment=5, peg_activity=4)), "peg")
    assert (score.value, score.answers) == (5, (6, 5, 4))


def test_an_answer_missing_is_no_score():
    assert scores(diary(*answered(peg_pain=6, peg_activity=4)), "peg") == ()


def test_a_whole_score_in_one_row_counts():
    assert [score.value for score in scores(diary(*answered(peg=5.3)), "peg")] == [5.3]


@pytest.mark.parametrize("value", [-1, 11])
def test_an_answer_beyond_the_scale_is_no_score(value):
    assert scores(diary(*answered(peg_pain=value, peg_enjoyment=5, peg_activity=4)), "peg") == ()


def test_psfs_is_the_mean_of_up_to_three_activities():
    rows = [Entry(NOON, "test", "psfs", value=v, detail=(("text", name),)) for v, name in [(2, "stairs"), (4, "run")]]
    assert scores(diary(*rows), "psfs")[0].value == 3


def test_phq2_is_a_sum_and_positive_from_three():
    low, high = answered(phq2_interest=1, phq2_low=1), answered(phq2_interest=2, phq2_low=1)
    assert [scores(diary(*rows), "phq2")[0].is_positive for rows in (low, high)] == [False, True]


def test_an_answer_to_phq2_goes_to_three_only():
    assert scores(diary(*answered(phq2_interest=4, phq2_low=1)), "phq2") == ()


@pytest.mark.parametrize(
    ("name", "before", "now", "moved"),
    [
        ("peg", 6, 5.1, "same"),
        ("peg", 6, 5, "better"),
        ("peg", 5, 6, "worse"),
        ("psfs", 3, 4.2, "same"),
        ("psfs", 3, 4.3, "better"),
        ("psfs", 5, 3.5, "worse"),
    ],
)
def test_a_change_counts_from_what_matters(name, before, now, moved):
    assert change(name, before, now).moved == moved


def test_nothing_answered_has_no_scores():
    assert all_scores(diary()) == {}


def test_on_the_first_day_everything_is_due_but_the_change_since_the_beginning():
    begun = diary(Entry(NOON, "sleep", value=7))
    assert [each.questionnaire for each in due(begun, at=NOON)] == ["nrs", "peg", "psfs", "phq2"]


def test_a_week_after_its_answer_peg_is_due_again():
    known = diary(*answered(peg_pain=6, peg_enjoyment=5, peg_activity=4))
    asked = [[d.questionnaire for d in due(known, at=NOON + timedelta(days=days))] for days in (3, 7)]
    assert ["peg" in names for names in asked] == [False, True]


def test_in_a_flare_up_only_the_pain_is_asked():
    assert [each.questionnaire for each in due(diary(), at=NOON, flared=True)] == ["nrs"]


def test_after_recovery_everything_is_asked_less_often():
    known = diary(*answered(peg_pain=1, peg_enjoyment=1, peg_activity=0))
    later = NOON + timedelta(days=8)
    assert "peg" in {d.questionnaire for d in due(known, at=later)}
    assert "peg" not in {d.questionnaire for d in due(known, at=later, recovered=True)}


def test_an_unknown_questionnaire_is_refused():
    with pytest.raises(UnknownId, match="odi"):
        questionnaire("odi")


def test_every_questionnaire_says_why_it_may_be_used():
    assert all(each.licence and each.about for each in QUESTIONNAIRES.values())
