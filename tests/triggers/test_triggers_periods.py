"""A pain that goes with the periods is linked to them, although nobody could leave them out."""

import pytest

from flarepath.triggers import find


def months(*, high_on, low=1):
    """Four months of mornings with a period every 28 days; the days of the cycle on which the belly is at 8."""
    rows = []
    for day in range(112):
        date = f"2026-0{1 + day // 28}-{1 + day % 28:02}"
        rows.append(f"{date}T07:00,pain,,abdomen,,{8 if high_on(day) else low},nrs,")
        if day % 28 == 5:
            rows.append(f"{date}T06:00,event,period,,,,,")
    return "\n".join(rows)


@pytest.fixture
def said(make_diary):
    """Why no trigger is named."""
    return lambda rows: find(make_diary(rows), quick=True).outcomes[0].abstains


def test_pain_with_every_period_is_linked_to_them(said):
    assert said(months(high_on=lambda day: day % 28 in (5, 6, 7, 8))).startswith("It was high with 4 of 4 periods")


def test_pain_that_comes_at_any_time_is_not(said):
    assert "periods" not in said(months(high_on=lambda day: day % 3 == 0))


def test_pain_with_half_of_them_is_not(said):
    assert "periods" not in said(months(high_on=lambda day: day % 56 in (5, 6, 7)))


def test_one_period_shows_nothing(said):
    one = "\n".join(row for row in months(high_on=lambda day: day % 28 in (5, 6)).splitlines() if "-02-" in row)
    assert "periods" not in said(one)
