"""What is no soreness is never called so, and stress is weighed only where something of it is written down."""

import pytest

FLOOR = 0.03
HAMSTRINGS = "2026-02-10T18:00,exercise,push_up,,both,,,sets=1; reps=5\n"
CURLS = "2026-03-01T18:00,exercise,prone_leg_curl,,both,,,sets=3; reps=10; effort=7\n"


def chance(explanation, cause):
    return next(each.probability for each in explanation.causes if each.cause == cause)


def reasons(explanation, cause):
    found = next(each for each in explanation.causes if each.cause == cause)
    return " ".join(found.evidence_for), " ".join(found.evidence_against)


def sore(time, points, detail="", kind="soreness"):
    return f"{time},{kind},,thigh_back,left,{points},nrs,{detail}\n"


def test_chest_pain_with_each_run_is_no_sore_muscle(case):
    ran = case("safety/39-chest-with-each-run", at="2026-02-13T18:31", region="chest")
    assert chance(ran, "sore_muscle") == FLOOR
    assert "comes with effort" in reasons(ran, "sore_muscle")[1]


def test_the_run_of_half_an_hour_before_is_suspected_and_not_the_push_ups_of_three_days_before(case):
    first, *_ = case("safety/39-chest-with-each-run", at="2026-02-13T18:31", region="chest").suspects
    assert (first.bout.name, "times this place rose within the hour" in first.because) == ("running", True)


def test_an_arm_that_hurts_with_each_run_alone_is_no_sore_muscle(case):
    ran = case("safety/39-chest-with-each-run", at="2026-02-13T18:31", region="upper_arm_front")
    assert chance(ran, "sore_muscle") == FLOOR


def test_a_chest_that_is_sore_the_day_after_push_ups_may_be_a_sore_muscle(explained):
    rows = HAMSTRINGS.replace("02-10", "02-01")
    rows += "2026-03-01T18:00,exercise,push_up,,both,,,sets=5; reps=20; effort=9\n"
    rows += "".join(f"2026-02-{d:02}T08:00,pain,,chest,,0,nrs,\n" for d in range(2, 29))
    rows += "2026-03-03T08:00,pain,,chest,,5,nrs,quality=sore; when=press\n"
    assert chance(explained(rows), "sore_muscle") > 0.5


def test_thighs_at_ten_on_day_five_are_no_sore_muscle(case):
    assert chance(case("safety/40-thighs-ten-on-day-five"), "sore_muscle") == FLOOR


@pytest.mark.parametrize(
    ("levels", "is_sore"),
    [
        ((4, 5, 4, 3), True),  # the usual course
        ((6, 7, 6, 5), False),  # five of ten at 96 hours
        ((3, 4, 3, 4), True),  # as high as before is no rise
        ((2, 3, 3, 4), False),  # rises after 72 hours
    ],
)
def test_soreness_has_its_course(explained, levels, is_sore):
    calm = "".join(sore(f"2026-02-{d:02}T08:00", 0) for d in range(10, 29))
    days = zip((2, 3, 4, 5), levels, strict=True)
    course = "".join(sore(f"2026-03-{d:02}T18:30", level, "quality=sore; when=press") for d, level in days)
    assert (chance(explained(HAMSTRINGS + calm + CURLS + course), "sore_muscle") > FLOOR) == is_sore


@pytest.mark.parametrize(("quality", "is_sore"), [("numb", False), ("electric+ache", False), ("ache", True)])
def test_a_numb_or_electric_feeling_is_no_sore_muscle(explained, quality, is_sore):
    rows = HAMSTRINGS + CURLS + sore("2026-03-02T08:00", 5, f"quality={quality}", kind="pain")
    assert (chance(explained(rows), "sore_muscle") > FLOOR) == is_sore


def test_the_first_number_in_the_hour_of_the_first_squats_is_no_sore_muscle(case):
    first = case("answers/32-two-of-ten-and-chair-squats")
    assert chance(first, "sore_muscle") == FLOOR
    assert all(each.probability <= 0.25 for each in first.causes if each.cause != "fluctuation")


@pytest.mark.parametrize("name", ["31-one-number-and-stress", "33-one-number-shoulder"])
def test_one_number_alone_points_to_nothing(case, name):
    one = case(f"answers/{name}")
    assert (one.verdict, one.causes[0].cause) == ("not_enough_yet", "fluctuation")
    assert all(each.probability <= 0.25 for each in one.causes[1:])


def test_without_sleep_stress_screen_or_work_stress_stays_at_its_floor_and_is_asked_for(case):
    belly = case("safety/58-belly-six-called-stress")
    assert chance(belly, "stress") == FLOOR
    supporting, opposing = reasons(belly, "stress")
    assert (supporting, "Tell us how you slept" in opposing) == ("", True)


def test_a_short_night_makes_stress_weighable_again(case):
    night = "2026-01-13T06:00,sleep,,,,4,h,"
    assert chance(case("safety/58-belly-six-called-stress", more=night), "stress") > 0.3


def test_good_nights_and_no_training_are_no_sign_of_stress(case):
    nights = " ".join(f"2026-01-{day:02}T06:00,sleep,,,,8,h," for day in range(6, 14))
    belly = case("safety/58-belly-six-called-stress", more=nights)
    assert "trained" not in reasons(belly, "stress")[0]


def test_denied_words_are_no_sign_of_illness(case):
    said = {f.rule: f.answer.value for f in case("safety/31-no-fever-read-as-fever").findings}
    assert said["malaise_cluster"] != "yes"


def test_words_of_illness_speak_for_the_whole_body_and_never_for_stress(case):
    notes = " ".join(f"2026-01-{day}T20:05,note,,,,,,text=fever_39" for day in (14, 15, 16))
    ill = case("safety/31-no-fever-read-as-fever", more=notes)
    assert "fever" in reasons(ill, "systemic")[0]
    assert "fever" not in reasons(ill, "stress")[0]


def test_what_went_before_the_end_of_a_flare_up_never_names_a_medicine_or_a_drink(case):
    recalled = case("safety/38-recall-names-an-opioid").similar
    assert recalled
    assert [each.what_helped for each in recalled] == [()] * len(recalled)


def test_a_walk_before_its_end_is_named(case):
    walk = "2026-01-26T20:00,walk,,,,30,min, 2026-01-26T20:30,stretch,red_wine,,,10,min,"
    first = case("safety/38-recall-names-an-opioid", more=walk).similar[-1]
    assert first.what_helped == ("walk",)


def test_a_food_after_an_allergic_danger_sign_is_told_with_the_clinic(case):
    food = {f.rule: f.because for f in case("safety/36-peanuts-three-portions").findings}["follows_one_food"]
    assert "peanuts" in food
    assert "allergy clinic" in food


def test_without_that_sign_no_clinic_is_named(case):
    told = case("safety/36-peanuts-three-portions", without=lambda row: ",e18," in row and ",yes," in row)
    food = {f.rule: f.because for f in told.findings}["follows_one_food"]
    assert "peanuts" in food
    assert "clinic" not in food
