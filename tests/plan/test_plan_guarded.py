"""Food and medicine: for whom nothing is tried at home, and what is never stopped."""

import pytest

FOLLOWS = "\n".join(
    f"2026-01-{day:02}T12:00,food,{food},,,1,portion,\n2026-01-{day:02}T14:00,pain,,whole_body,,{points},nrs,"
    for day, food, points in ((day, *(("butter", 5) if day % 3 == 0 else ("rice", 1))) for day in range(1, 31))
)
SIGN = "2025-06-01T08:00,answer,e18,,,yes,,\n"


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ("", "lead_food"),
        (SIGN, "food_allergy"),
        (
            f"{SIGN}2025-07-01T08:00,event,seen_by_professional,,,,,\n2025-07-02T08:00,answer,e18,,,no,,\n",
            "food_allergy",
        ),
        ("2025-06-01T08:00,answer,e18,,,unsure,,\n", "food_allergy"),
        ("2025-06-01T08:00,answer,e18,,,no,,\n", "lead_food"),
        ("2025-06-01T08:00,fact,pregnancy,,,yes,,\n", "food_with_help"),
        ("2025-06-01T08:00,fact,underweight,,,yes,,\n", "food_with_help"),
        ("2025-06-01T08:00,fact,insulin,,,yes,,\n", "food_with_help"),
        ("2025-06-01T08:00,fact,insulin,,,no,,\n", "lead_food"),
    ],
)
def test_a_food_is_tried_at_home_only_where_nothing_speaks_against_it(planned, rows, name):
    found = planned(rows + FOLLOWS)
    foods = [each.name for each in found.advice if each.name.startswith(("food", "lead_food"))]
    assert foods == [name]
    assert (found.next_test is not None and found.next_test.kind == "food") <= (name == "lead_food")


@pytest.mark.parametrize("fact", ["underweight", "eating_disorder", "insulin"])
def test_for_whom_food_is_hard_no_meal_is_advised(planned, fact):
    stressed = "2026-03-01T20:00,stress,,,,9,nrs,\n2026-03-04T20:00,stress,,,,9,nrs,\n2026-03-05T07:00,sleep,,,,4,h,\n"
    pain = "2026-03-04T20:00,pain,,neck_back,left,1,nrs,\n2026-03-05T20:00,pain,,neck_back,left,5,nrs,"
    plain, guarded = planned(stressed + pain), planned(f"2026-01-01T08:00,fact,{fact},,,yes,,\n{stressed}{pain}")
    assert "meal" in plain.text
    assert "meal" not in guarded.text


def test_a_medicine_is_kept_and_shown_to_whoever_gave_it(planned):
    pills = "".join(f"2026-03-0{n}T08:00,medicine,ibuprofen,,,1,tablet,\n" for n in (3, 4, 5))
    said = planned(f"{pills}2026-03-05T20:00,pain,,mid_back,middle,4,nrs,").text
    assert "do not stop or change it; show this to whoever gave it" in said
