"""Files of Hevy and Strong in every shape that is known, whole and damaged."""

import contextlib
import io
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flarepath.exchange import UnreadableFile, read
from flarepath.exchange import table as tables
from flarepath.exchange.cells import Unclear, local_time, months, number

NOW = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - a clock without zone
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)
STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
STRONG_SHORT = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
STRONG_UNITS = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,"
    "Seconds,Notes"
)
STRONG_NEW = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";'
    '"Distance (meters)";"Seconds";"Notes";"Workout Notes"'
)


def log(*lines, end="\n"):
    return read(io.BytesIO(end.join(lines).encode()), now=NOW)


def hevy(start="21 Feb 2025, 07:17", name="Squat (Barbell)", kind="normal", weight="100", reps="5", **more):
    km, seconds, rpe = more.get("km", ""), more.get("seconds", ""), more.get("rpe", "")
    notes, about = more.get("notes", ""), more.get("about", "")
    cells = ("Legs", start, start, about, name, "", notes, "0", kind, weight, reps, km, seconds, rpe)
    return ",".join(f'"{cell}"' for cell in cells)


def one(found):
    assert found.problems == ()
    return found.sets[0]


def test_hevy_in_kilograms():
    found = log(HEVY, hevy(rpe="8.5", notes="slow", about="felt good"))
    each = one(found)
    assert (found.format, found.rows, found.needs_unit) == ("Hevy", 1, False)
    assert (each.exercise, each.load, each.unit, each.reps, each.effort) == ("Squat (Barbell)", 100, "kg", 5, 8.5)
    assert (each.time.isoformat(), each.note) == ("2025-02-21T07:17:00", "slow")
    assert [remark.text for remark in found.remarks] == ["felt good"]


def test_hevy_in_pounds_and_miles():
    header = HEVY.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles")
    each = one(log(header, hevy(weight="225", km="1", seconds="600")))
    assert (each.load, each.unit, each.km, each.seconds) == (225, "lbs", 1.609, 600)


@pytest.mark.parametrize(
    ("word", "kind"), [("warmup", "warm-up"), ("dropset", "drop set"), ("failure", "to failure"), ("normal", "")]
)
def test_what_kind_of_set_it_was(word, kind):
    assert one(log(HEVY, hevy(kind=word))).kind == kind


def test_a_kind_of_set_that_is_not_known_stays_in_words():
    assert one(log(HEVY, hevy(kind="cluster", notes="hard"))).note == "cluster; hard"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("21 Feb 2025, 07:17", "2025-02-21T07:17:00"),
        ("25 Juli 2026, 14:21", "2026-07-25T14:21:00"),
        ("3 févr. 2025, 07:05", "2025-02-03T07:05:00"),
        ("9 сент. 2025, 18:40", "2025-09-09T18:40:00"),
        ("1 Ağu 2025, 18:40", "2025-08-01T18:40:00"),
        ("7 de marzo de 2025, 08:30", "2025-03-07T08:30:00"),
        ("Feb 21, 2025, 7:17 PM", "2025-02-21T19:17:00"),
        ("2025-02-21T07:17:00", "2025-02-21T07:17:00"),
        ("2025-02-21 07:17:33", "2025-02-21T07:17:33"),
    ],
)
def test_dates_in_the_languages_of_their_people(text, iso):
    assert one(log(HEVY, hevy(start=text))).time.isoformat() == iso


def test_a_word_that_is_two_months_is_told_apart_by_the_others_of_the_file():
    croatian = log(HEVY, hevy("3 listopada 2025, 10:00"), hevy("3 studenoga 2025, 10:00"))
    polish = log(HEVY, hevy("3 listopada 2025, 10:00"), hevy("3 października 2025, 10:00"))
    assert [each.time.month for each in croatian.sets] == [10, 11]
    assert [each.time.month for each in polish.sets] == [10, 11]
    assert polish.sets[1].line == 2
    alone = log(HEVY, hevy("3 listopada 2025, 10:00"))
    assert "two months" in alone.problems[0].why


@pytest.mark.parametrize(
    "text", ["03/04/2025 10:00", "31 Feb 2025, 10:00", "21 Foo 2025, 10:00", "soon", "", "21 Feb 2025, 25:00"]
)
def test_a_date_that_is_not_sure_is_a_problem_and_loses_no_other_row(text):
    found = log(HEVY, hevy(start=text), hevy())
    assert [problem.line for problem in found.problems] == [2]
    assert len(found.sets) == 1
    assert found.rows == 2


def test_strong_without_a_unit_asks():
    found = log(STRONG, "2024-05-01 18:00:05,Push,1h 5m,Bench Press (Barbell),1,80,8,0,0,good,nice day,9")
    each = one(found)
    assert (found.format, found.needs_unit) == ("Strong", True)
    assert (each.load, each.unit, each.reps, each.effort, each.note) == (80, "", 8, 9, "good")
    assert found.remarks[0].text == "nice day"


def test_strong_as_a_real_export_has_it():
    assert (
        one(log(STRONG_SHORT, '2024-05-01 18:00:05,Push,1h 5m,"Bench Press (Barbell)",W,40,10,0,0,')).kind == "warm-up"
    )


def test_strong_with_units_in_cells():
    header = STRONG_UNITS
    each = one(log(header, "2024-05-01 18:00:05,Run,30m,Running,1,0,lbs,0,,3,mi,1800,"))
    assert (each.km, each.seconds, each.load) == (4.828, 1800, 0)
    assert not log(header, "2024-05-01 18:00:05,Push,30m,Bench Press,1,185,lbs,5,,,,,").needs_unit


def test_strong_with_semicolons_and_decimal_commas():
    found = log(
        STRONG_NEW,
        '"1";"2025-05-01 18:00:05";"Push";"3900";"Bench Press (Barbell)";"1";"82,5";"5";"8,5";"";"0";"";""',
        '"1";"2025-05-01 18:00:05";"Push";"3900";"Bench Press (Barbell)";"Rest Timer";"";"";"";"";"120";"";""',
        '"1";"2025-05-01 18:00:05";"Push";"3900";"Bench Press (Barbell)";"Note";"";"";"";"";"";"wrist; left";""',
        '"1";"2025-05-01 18:00:05";"Push";"3900";"Running";"1";"";"";"";"1500";"600";"";""',
    )
    assert [(each.load, each.unit, each.effort, each.km) for each in found.sets] == [
        (82.5, "kg", 8.5, None),
        (None, "kg", None, 1.5),
    ]
    assert found.left_out == {"rest timers": 1}
    assert found.remarks[0].text == "Bench Press (Barbell): wrist; left"
    assert found.rows == 4


def test_strong_in_pounds_by_its_header():
    header = STRONG_NEW.replace("(kg)", "(lbs)")
    assert one(log(header, '"1";"2025-05-01 18:00:05";"";"";"Row";"1";"100";"5";"";"";"";"";""')).unit == "lbs"


def test_a_distance_without_a_unit_stays_in_words():
    each = one(log(STRONG_SHORT, "2024-05-01 18:00:05,Run,30m,Running,1,0,0,5,1800,"))
    assert (each.km, each.note) == (None, "distance 5, unit unknown")


def test_a_quoted_note_goes_over_two_lines_and_a_mark_stands_before_the_header():
    found = log("\ufeff" + HEVY, hevy(notes="first\nsecond"), hevy(), end="\r\n")
    assert [each.note for each in found.sets] == ["first\nsecond", ""]


@pytest.mark.parametrize(
    "text",
    [
        hevy(weight="heavy"),
        hevy(reps="-5"),
        hevy(reps="", weight="20"),
        hevy(rpe="11"),
        hevy(weight="99999"),
        hevy(name=""),
        hevy(name="x" * 201),
        hevy(reps="nan"),
        hevy(start="21 Feb 2027, 07:17"),
        hevy(notes="x" * 10_001),
        hevy() + ',"more"',
    ],
)
def test_a_row_that_makes_no_sense_is_a_problem_and_loses_no_other(text):
    found = log(HEVY, hevy(), text, hevy())
    assert len(found.problems) == 1
    assert found.problems[0].line == 3
    assert len(found.sets) == 2


def test_letters_that_are_not_utf_8_are_a_problem():
    text = "\n".join([HEVY, hevy(name="Kniebeuge é"), hevy()])
    found = read(io.BytesIO(text.encode("latin-1")), now=NOW)
    assert [problem.why for problem in found.problems] == ["some letters are not UTF-8"]
    assert len(found.sets) == 1


def test_a_quote_that_never_closes_is_told():
    found = log(HEVY, hevy(), hevy()[:-1] + "x" * 200_000)
    assert len(found.sets) == 1
    assert "quote" in found.problems[0].why


@pytest.mark.parametrize("text", ["", "\n", "a,b,c\n1,2,3\n", "PK\x03\x04\x00\x00"])
def test_another_file_is_refused_in_one_sentence(text):
    with pytest.raises(UnreadableFile, match=r"file|line"):
        log(text)


def test_more_rows_or_bytes_than_are_read_are_refused(monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    with pytest.raises(UnreadableFile, match="more than 3 rows"):
        log(HEVY, *[hevy()] * 4)
    monkeypatch.setattr(tables, "MOST_BYTES", 100)
    with pytest.raises(UnreadableFile, match="larger than"):
        log(HEVY, hevy())


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(noise):
    found = read(io.BytesIO(HEVY.encode() + b"\n" + noise + b"\n"), now=NOW)
    assert found.rows >= len(found.sets)


@given(st.text(max_size=40))
def test_no_cell_breaks_a_number_or_a_date(text):
    for reader in (number, lambda cell: local_time(cell, {"feb": 2})):
        with contextlib.suppress(Unclear):
            reader(text)


def test_months_of_every_language_are_the_twelve():
    assert months(["januar", "februar"]) == {"januar": 1, "februar": 2}
    assert months([]) == {}
