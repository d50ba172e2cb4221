"""Energy that falls, soreness that is late, range that is lost: nothing grows and nothing is new."""

import pytest

from flarepath.plan.energy import falling_by, worsens_after_effort
from flarepath.plan.week import chores
from flarepath.plan.week.late import late
from flarepath.plan.week.shrinking import shrinking
from flarepath.plan.week.still import still


def crashes(after, *, sessions=3):
    rows = ["2026-01-04T08:00,pain,,thigh_front,both,1,nrs,"]
    for place in range(sessions):
        day = 5 + 6 * place
        rows += [
            f"2026-01-{day:02}T08:00,pain,,thigh_front,both,1,nrs,",
            *(f"2026-01-{day + off:02}T09:00,pain,,thigh_front,both,1,nrs," for off in (1, 2, 4)),
        ]
        rows += [f"2026-01-{day:02}T18:00,exercise,chair_squat,,both,,,sets=2; reps=8; effort=5"]
        rows += [f"2026-01-{day + off:02}T08:00,energy,,,,{6 if off in (0, 4) else after},nrs," for off in (0, 2, 4)]
    return "\n".join(rows)


@pytest.mark.parametrize(("after", "fall"), [(6, 0), (5, 0), (4, 2), (1, 5)])
def test_energy_that_falls_after_sessions_is_seen(make_diary, after, fall):
    diary = make_diary(crashes(after))
    assert falling_by(diary, diary.last) == fall


def test_once_is_no_pattern(make_diary):
    diary = make_diary(crashes(1, sessions=1))
    assert falling_by(diary, diary.last) == 0


@pytest.mark.parametrize(("word", "says"), [("yes", True), ("no", False), ("unsure", False)])
def test_the_persons_own_word_counts(make_diary, word, says):
    diary = make_diary(f"2026-01-05T08:00,fact,post_exertional,,,{word},,\n2026-01-06T08:00,pain,,wrist,left,1,nrs,")
    assert worsens_after_effort(diary, diary.last) is says


def test_nothing_grows_is_new_or_is_tested_while_energy_falls(planned_week):
    calm, falling = planned_week(crashes(6)), planned_week(crashes(4))
    assert any(step.rule == "raise" for step in calm.steps)
    assert {step.rule for step in falling.steps} == {"still"}
    assert not any(item.is_new or item.move == "test" for session in falling.sessions for item in session.items)


def test_a_far_fall_takes_some_of_it_away(step_of):
    step = step_of("chair_squat", crashes(1))
    assert (step.rule, step.after.sets, step.after.reps) == ("spent_less", 2, 4)


def test_nobody_who_gets_worse_after_effort_is_told_to_move_more(log_of):
    assert not {"move", "load"} & set(chores(log_of(crashes(1)), ()))
    assert "move" in chores(log_of(crashes(6)), ())


SQUAT = "2026-01-05T18:00,exercise,back_squat,,both,,,sets=5; reps=10; effort=8\n"


@pytest.mark.parametrize(
    ("rows", "is_late"),
    [
        ("2026-01-09T19:00,soreness,,thigh_front,both,5,nrs,", True),
        ("2026-01-09T19:00,soreness,,thigh_front,both,4,nrs,", False),
        (
            "2026-01-08T08:00,soreness,,thigh_front,both,3,nrs,\n2026-01-08T20:00,soreness,,thigh_front,both,4,nrs,",
            True,
        ),
        (
            "2026-01-07T08:00,soreness,,thigh_front,both,3,nrs,\n2026-01-08T08:00,soreness,,thigh_front,both,5,nrs,",
            False,
        ),
        ("2026-01-09T19:00,soreness,,forearm,both,7,nrs,", False),
    ],
)
def test_soreness_at_96_hours_or_rising_after_72_is_late(setting, rows, is_late):
    assert bool(late(setting(SQUAT + rows))) is is_late


def test_what_is_late_waits_for_two(step_of):
    step = step_of("back_squat", f"{SQUAT}2026-01-09T19:00,soreness,,thigh_front,both,5,nrs,")
    assert (step.rule, step.waits) == ("late", "when the front of the thigh is at 2 of 10 or less")


@pytest.mark.parametrize(
    ("values", "is_lost"), [((170, 150, 98), True), ((170, 165, 160), False), ((170, 170, 98), False)]
)
def test_range_that_shrinks_over_weeks_is_seen(setting, values, is_lost):
    tests = [
        f"2026-0{month}-10T12:00,test,arms_overhead,,left,{v},deg," for month, v in zip((1, 2, 3), values, strict=True)
    ]
    known = setting("\n".join([*tests, "2026-03-11T08:00,pain,,shoulder_front,left,2,nrs,"]))
    assert bool(shrinking(known)) is is_lost


@pytest.mark.parametrize(("minutes", "why"), [(75, "long stiffness"), (20, "")])
def test_a_long_stiff_morning_is_no_time_to_grow(log_of, minutes, why):
    rows = f"2026-01-06T07:00,test,morning_stiffness,,,{minutes},min,\n2026-01-06T07:01,pain,,hip_side,both,1,nrs,"
    assert still(log_of(rows)).startswith(why)
