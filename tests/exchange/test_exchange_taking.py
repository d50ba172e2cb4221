"""A log as entries: names asked and never guessed, sets together, nothing twice."""

import io
from datetime import UTC, datetime
from time import process_time

import pytest

from flarepath.diary import Diary, read, write
from flarepath.exchange import Log, LoggedSet, Remark, entries, fresh, names
from flarepath.exchange import read as read_log
from flarepath.exchange.taking import BETWEEN

TIME = datetime(2026, 3, 2, 18, 0)  # noqa: DTZ001 - a clock without zone
EMPTY = Diary.of_entries(())


def done(name="Squat (Barbell)", **cells):
    return LoggedSet(**{"line": 2, "time": TIME, "exercise": name, "reps": 5.0, "load": 100.0, "unit": "kg"} | cells)


def log(*sets, remarks=()):
    return Log("Hevy", len(sets), sets, tuple(remarks), {}, ())


def details(entry):
    return dict(entry.detail)


def test_alike_sets_are_one_entry_and_another_load_is_another():
    made = entries(log(done(load=60.0, kind="warm-up"), done(), done(), done(), done(load=105.0)), EMPTY)
    assert [(details(each)["sets"], details(each)["load_kg"]) for each in made] == [
        ("1", "60"),
        ("3", "100"),
        ("1", "105"),
    ]
    assert {each.what for each in made} == {"back_squat"}
    assert details(made[0])["text"] == BETWEEN.join(["Squat (Barbell)", "warm-up"])


def test_pounds_become_kilograms_and_a_file_without_a_unit_is_asked_about():
    assert details(entries(log(done(unit="lbs")), EMPTY)[0])["load_kg"] == "45.36"
    unknown = log(done(unit=""))
    with pytest.raises(ValueError, match="kg or lbs"):
        entries(unknown, EMPTY)
    assert details(entries(unknown, EMPTY, unit="lbs")[0])["load_kg"] == "45.36"
    assert not log(done(unit="", load=0.0)).needs_unit


def test_a_body_without_a_load_has_none_and_help_is_said_in_words():
    plain, helped = entries(log(done("Pull Up", load=0.0), done("Pull Up", load=-20.0)), EMPTY)
    assert "load_kg" not in details(plain)
    assert "20 kg taken off" in details(helped)["text"]


def test_a_run_has_its_distance_and_time():
    (made,) = entries(log(done("Running", reps=None, load=None, km=5.0, seconds=1800.0)), EMPTY)
    assert (made.what, made.value, made.unit, details(made)["seconds"]) == ("running", 5.0, "km", "1800")


def test_a_stretch_is_counted_in_minutes():
    (made,) = entries(log(done("Couch stretch", reps=None, load=None, seconds=90.0)), EMPTY)
    assert (made.kind, made.value, made.unit) == ("stretch", 1.5, "min")


def test_the_time_is_that_of_the_zone_of_the_day(make_diary):
    (made,) = entries(log(done()), make_diary("2026-01-01T08:00,fact,timezone,,,Asia/Tokyo,,"))
    assert made.time.astimezone(UTC).hour == 9


def test_remarks_become_notes():
    made = entries(log(done(), remarks=[Remark(TIME, "knee was warm")]), EMPTY)
    assert [(each.kind, each.text("text")) for each in made if each.kind == "note"] == [("note", "knee was warm")]


@pytest.mark.parametrize(
    ("said", "surely"),
    [
        ("Squat (Barbell)", "back_squat"),
        ("Squat (Bodyweight)", "squat"),
        ("Bench Press (Dumbbell)", "bench_press"),
        ("Romanian Deadlift (Barbell)", "romanian_deadlift"),
        ("Leg Press (Machine)", "leg_press"),
        ("Push Up (Weighted)", ""),
        ("Crunch (Machine)", ""),
        ("Hack Squat (Machine)", ""),
        ("Sqat (Barbell)", ""),
        ("My special thing", ""),
    ],
)
def test_a_name_is_sure_or_it_is_asked(said, surely):
    assert names(log(done(said)))[0].surely == surely


def test_an_unknown_name_is_kept_as_it_is_until_somebody_chooses():
    asked = log(done("Hack Squat (Machine)"))
    assert "back_squat" in names(asked)[0].choices
    (kept,) = entries(asked, EMPTY)
    assert (kept.what, kept.text("text")) == ("Hack Squat (Machine)", "")
    (chosen,) = entries(asked, EMPTY, chosen={"Hack Squat (Machine)": "back_squat"})
    assert (chosen.what, chosen.text("text")) == ("back_squat", "Hack Squat (Machine)")
    (own,) = entries(log(done()), EMPTY, chosen={"Squat (Barbell)": ""})
    assert own.what == "Squat (Barbell)"


def test_names_to_be_asked_come_first():
    found = names(log(done(), done(), done("Hack Squat (Machine)"), done("Odd thing"), done("Odd thing")))
    assert [(name.said, name.sets) for name in found] == [
        ("Odd thing", 2),
        ("Hack Squat (Machine)", 1),
        ("Squat (Barbell)", 2),
    ]


def test_the_same_file_again_adds_nothing_whatever_was_chosen():
    one = log(done(), done("Hack Squat (Machine)"), remarks=[Remark(TIME, "warm")])
    for first in ({}, {"Hack Squat (Machine)": "leg_press", "Squat (Barbell)": ""}):
        held = Diary.of_entries(entries(one, EMPTY, chosen=first))
        for second in ({}, {"Hack Squat (Machine)": "back_squat"}):
            assert fresh(entries(one, EMPTY, chosen=second), held) == ()


def test_a_newer_export_adds_only_what_is_new():
    later = TIME.replace(day=4)
    held = Diary.of_entries(entries(log(done()), EMPTY))
    added = fresh(entries(log(done(), done(time=later)), EMPTY), held)
    assert [each.time.day for each in added] == [4]


def test_the_same_workout_out_of_two_programs_is_there_once():
    strong = done(time=TIME.replace(second=42), name="Barbell squat")
    held = Diary.of_entries(entries(log(done()), EMPTY))
    assert fresh(entries(log(strong), EMPTY), held) == ()


def test_what_was_brought_in_can_be_written_and_read_back(make_diary):
    here = make_diary("2026-01-01T08:00+01:00,fact,timezone,,,Europe/Paris,,")
    made = entries(log(done(effort=8.5, note='slow; "deep" = good, =1+1'), done("Odd; thing", load=2.5)), here)
    back = read("".join(write([*here.entries, *made])).splitlines())
    assert back.problems == ()
    assert back.entries == (*here.entries, *made)


def test_ten_years_of_training_are_read_in_seconds():
    header = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,RPE,Seconds,Notes,Workout Notes"
    rows = (
        f"{2016 + day // 365}-{day % 12 + 1:02}-{day % 28 + 1:02} 18:00:00,A,1h,Squat (Barbell),1,{60 + place},5,8,0,,"
        for day in range(3_600)
        for place in range(28)
    )
    text = "\n".join([header, *rows]).encode()
    begin = process_time()
    found = read_log(io.BytesIO(text), now=TIME)
    made = fresh(entries(found, EMPTY), EMPTY)
    assert process_time() - begin < 10
    assert found.rows == 100_800
    assert found.problems == ()
    assert len(made) > 50_000
