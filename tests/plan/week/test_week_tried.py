"""The plan's tests of itself: adaptation, light movement, body sense."""

import pytest

from flarepath.plan.week import tried


def test_the_same_dose_half_as_sore_is_adaptation(log_of, sessions):
    rows = sessions("glute_bridge", [6, 4, 3, 2], where="buttock")
    (found,) = tried(log_of(rows)).adaptation
    assert (found.exercise, found.says, found.first, found.last) == ("glute_bridge", "confirmed", 6, 2)


def test_no_less_sore_after_three_weeks_is_none(log_of, sessions):
    (found,) = tried(log_of(sessions("glute_bridge", [4, 4, 4, 5], where="buttock"))).adaptation
    assert found.says == "not_confirmed"


def test_before_three_weeks_it_is_too_early(log_of, sessions):
    (found,) = tried(log_of(sessions("glute_bridge", [4, 4, 4], where="buttock"))).adaptation
    assert found.says == "too_early"


@pytest.mark.parametrize(
    ("last", "says"), [(3, "better"), (9, "same"), (19, "worse")]
)  # fmt: skip
def test_the_body_sense_moves_by_more_than_its_error(log_of, last, says):
    rows = f"""
    2026-03-01T08:00,pain,,ankle_outer,left,1,nrs,
    2026-03-01T09:00,test,joint_position_repeat,ankle_outer,left,11,deg,
    2026-03-20T09:00,test,joint_position_repeat,ankle_outer,left,{last},deg,
    2026-03-20T09:30,pain,,ankle_outer,left,1,nrs,
    """
    (found,) = tried(log_of(rows)).body_sense
    assert (found.region, found.side, found.says) == ("ankle_outer", "left", says)


def test_within_a_week_the_body_sense_is_too_early_to_judge(log_of):
    rows = """
    2026-03-01T09:00,test,joint_position_repeat,ankle_outer,left,11,deg,
    2026-03-04T09:00,test,joint_position_repeat,ankle_outer,left,2,deg,
    2026-03-04T09:30,pain,,ankle_outer,left,1,nrs,
    """
    (found,) = tried(log_of(rows)).body_sense
    assert found.says == "too_early"
