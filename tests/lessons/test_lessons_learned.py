"""Lessons from the own flare-ups: written at the end of one, tested by the next time."""

from datetime import date, timedelta

import pytest

from flarepath.lessons import learned

FIRST = date(2026, 1, 5)


@pytest.fixture
def toes(make_diary):
    """A session of toes-to-bar a week; the back is at 5 the day after each session named, at 1 on all other days."""

    def of(*, weeks, bad, dose=3):
        rows = []
        for day in range(-7, 7 * weeks):
            at = FIRST + timedelta(days=day)
            level = 5 if day > 0 and day % 7 in (1, 2) and day // 7 in bad else 1
            rows.append(f"{at}T08:00,pain,,lower_back,middle,{level},nrs,")
            if day >= 0 and day % 7 == 0:
                sets = dose if isinstance(dose, int) else dose[day // 7]
                rows.append(f"{at}T18:00,exercise,toes_to_bar,,both,,,sets={sets}; reps=10; effort=6")
        diary = make_diary("\n".join(rows))
        return learned(diary, at=diary.last)

    return of


def test_a_flare_up_that_ended_writes_a_lesson(toes):
    (lesson,) = toes(weeks=1, bad={0})
    assert (lesson.what, lesson.outcome.region, lesson.within_hours) == ("toes_to_bar", "lower_back", 24)
    assert lesson.says == "untested"
    assert "then pain up by 4 points" in lesson.sentence


def test_each_later_time_tests_it(toes):
    (lesson,) = toes(weeks=6, bad={0, 1, 2, 3, 4, 5})
    assert (lesson.tests, lesson.held, lesson.says) == (5, 5, "holds")


def test_a_lesson_can_turn_out_wrong(toes):
    (lesson,) = toes(weeks=6, bad={0})
    assert (lesson.tests, lesson.held, lesson.says) == (5, 0, "does_not_hold")


def test_two_tests_are_too_few_to_say(toes):
    (lesson,) = toes(weeks=3, bad={0, 1})
    assert (lesson.tests, lesson.says) == (2, "too_early")


def test_a_smaller_dose_tests_nothing(toes):
    (lesson,) = toes(weeks=4, bad={0}, dose=[3, 1, 1, 1])
    assert (lesson.tests, lesson.says) == (0, "untested")


def test_without_a_flare_up_there_is_no_lesson(toes):
    assert toes(weeks=4, bad=set()) == ()
