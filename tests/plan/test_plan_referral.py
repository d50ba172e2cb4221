"""The summary says what the diary says, in one paragraph."""

from flarepath.plan import summary

ROWS = """
2026-02-20T20:00,pain,,wrist,left,1,nrs,
2026-02-25T18:00,exercise,push_up,,both,,,sets=3; reps=12
2026-02-26T18:00,exercise,push_up,,both,,,sets=3; reps=12
2026-02-27T08:00,medicine,ibuprofen,,,1,tablet,
2026-02-28T10:00,care,physiotherapy,,,,,
2026-03-01T20:00,pain,,wrist,left,6,nrs,
2026-03-02T20:00,pain,,wrist,left,5,nrs,
"""


def test_it_holds_place_onset_course_what_was_tried_medicines_and_answers(setting, cleared):
    known = setting(ROWS)
    said = summary(cleared("days", yes=["d16"]), known.explanation, diary=known.diary)
    for part in ("Wrist (left): pain since 1 March 2026, usual 1 of 10 before, highest 6, now 5", "push-up 2 times"):
        assert part in said
    for part in ("physiotherapy", "ibuprofen", "D16 yes", "not a finding"):
        assert part in said
    assert "\n" not in said


def test_it_names_no_blood_test_unless_asked(setting, cleared):
    known = setting(ROWS)
    assert "ferritin" not in summary(cleared(), known.explanation, diary=known.diary)
    assert "ferritin" in summary(cleared(), known.explanation, diary=known.diary, work_up=True)


def test_an_empty_month_is_said_too(setting, cleared):
    known = setting("2026-02-20T20:00,pain,,wrist,left,1,nrs,")
    said = summary(cleared(), known.explanation, diary=known.diary)
    assert "No training is written down" in said
    assert "Medicines and supplements written down: none" in said
