"""Good lines become entries; every other line becomes a problem with its number and reason."""

import io
from datetime import UTC, datetime, timedelta
from time import perf_counter

import pytest

from flarepath.diary import KINDS, Entry, Problem, read, read_entries

HEADER = "time,kind,what,where,side,value,unit,detail\n"
PARIS = "2020-01-01T00:00,fact,timezone,,,Europe/Paris,,\n"
GOOD = "2026-03-02T08:00,pain,,knee_front,left,5,nrs,\n"


def of(rows, *, header=HEADER, now=None):
    text = header + rows
    return read(io.BytesIO(text if isinstance(text, bytes) else text.encode()), now=now)


def whys(rows, **options):
    return [problem.why for problem in of(PARIS + rows, **options).problems]


def only(rows):
    """The one entry that these rows hold besides the zone, read without problems."""
    diary = of(PARIS + rows)
    assert diary.problems == ()
    assert len(diary) == 2
    return diary.entries[1]


def test_a_row_becomes_an_entry():
    entry = only("2026-03-02T08:00,pain,,knee_front,left,5,nrs,quality=ache+stiff; when=rest\n")
    assert entry == Entry(
        datetime(2026, 3, 2, 7, tzinfo=UTC),
        "pain",
        where="knee_front",
        side="left",
        value=5.0,
        unit="nrs",
        detail=(("quality", "ache+stiff"), ("when", "rest")),
    )
    assert (entry.line, entry.qualities) == (3, {"ache", "stiff"})


@pytest.mark.parametrize(
    "row",
    [
        "2026-03-02T08:00,soreness,,thigh_back,both,4,,",
        "2026-03-02T08:00,exercise,my own thing,,left,,,sets=3; reps=8; load_kg=40; effort=7; form=4; felt=odd+weak",
        "2026-03-02T08:00,exercise,x,,,,,seconds=60; depth=half; zone=short+mid; felt_muscle=hamstrings; after=-2",
        "2026-03-02T08:00,stretch,hamstrings,,left,10,min,before=6; after=3",
        "2026-03-02T08:00,food,bread,,,2,slice,contains=dairy+wheat",
        "2026-03-02T08:00,sleep,,,,7.5,h,quality=6",
        "2026-03-02T08:00,fear,,,,3,,",
        "2026-03-02T08:00,work,keys_and_clicks,,,35429,count,deadline=yes",
        "2026-03-02T08:00,medicine,ibuprofen,lower_back,,400,mg,",
        "2026-03-02T08:00,test,active_knee_extension,,left,-20,deg,change=own",
        "2026-03-02T08:00,test,length,hamstrings,left,short,,",
        "2026-03-02T08:00,test,a test nobody knows,,,passed,,",
        "2026-03-02T08:00,test,hip_strength,,left,12,kg,",
        "2026-03-02T08:00,event,seen_by_professional,knee_front,left,,,",
        "2026-03-02T08:00,event,moved house,,,,,",
        "2026-03-02T08:00,answer,e1,,,no,,version=2",
        "2026-03-02T08:00,fact,birth_year,,,1985,,",
        "2026-03-02T08:00,fact,implant,hip_side,left,2019-04-01,,",
        "2026-03-02T08:00,note,a day,,,,,text=All well",
    ],
)
def test_every_kind_of_row_is_read(row):
    assert only(row + "\n").kind == row.split(",")[1]


def test_the_vocabulary_has_every_kind_of_the_tidy_diary():
    felt, done = {"pain", "soreness", "tightness"}, {"exercise", "stretch", "massage", "food", "sleep"}
    daily = {"stress", "mood", "energy", "fear", "screen", "sitting", "work", "daylight", "walk", "steps"}
    rest = {"medicine", "supplement", "care", "test", "event", "answer", "fact", "note"}
    assert set(KINDS) == felt | done | daily | rest


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2026-03-02T08:00,pian,,knee_front,left,5,nrs,", "'pian' is not a known kind of entry; did you mean 'pain'?"),
        ("2026-03-02T08:00,pain,,knee_frnt,left,5,,", "'knee_frnt' is not a known region; did you mean 'knee_front'?"),
        ("2026-03-02T08:00,pain,,Low back,,5,,", "'Low back' is not a known region; did you mean 'lower_back'?"),
        ("2026-03-02T08:00,pain,,knee,,5,,", "'knee' is not a known region; did you mean 'knee_front'?"),
        ("2026-03-02T08:00,pain,,shin,lft,5,,", "'lft' is not a known side; did you mean 'left'?"),
        ("2026-03-02T08:00,pain,,shin,middle,5,,", "'shin' has no side 'middle'"),
        ("2026-03-02T08:00,pain,,hamstrings,left,5,,", "'hamstrings' is a muscle; a pain is felt in a region"),
        ("2026-03-02T08:00,pain,,,,5,,", "'where' is empty: which part of the body is meant?"),
        ("2026-03-02T08:00,pain,,shin,left,,,", "the value is missing"),
        ("2026-03-02T08:00,pain,,shin,left,11,,", "'11' is out of range: 0 to 10 can be read here"),
        ("2026-03-02T08:00,pain,,shin,left,1e999,,", "'1e999' is out of range: 0 to 10 can be read here"),
        ("2026-03-02T08:00,pain,,shin,left,NaN,,", "'NaN' stands where a number belongs"),
        ("2026-03-02T08:00,pain,,shin,left,-inf,,", "'-inf' stands where a number belongs"),
        ("2026-03-02T08:00,pain,,shin,left,bad,,", "'bad' stands where a number belongs"),
        ("2026-03-02T08:00,pain,,shin,left,5,%,", "'%' is not a known unit of pain (known: nrs)"),
        ("2026-03-02T08:00,sleep,,,,25,h,", "'25' is out of range: 0 to 24 can be read here"),
        ("2026-03-02T08:00,sleep,,,,7h,h,", "'7h' stands where a number belongs"),
        ("2026-03-02T08:00,exercise,,,,,,", "'what' is empty: which exercise is meant?"),
        ("2026-03-02T08:00,exercise,=cmd(),,,,,", "'=cmd()' is a formula, which a spreadsheet would run"),
        ("2026-03-02T08:00,food,@SUM(A1),,,1,,", "'@SUM(A1)' is a formula, which a spreadsheet would run"),
        ("2026-03-02T08:00,food,-2+cmd|x,,,1,,", "'-2+cmd|x' is a formula, which a spreadsheet would run"),
        ("2026-03-02T08:00,note,,,,,,=1+1", "'=1+1' is a formula, which a spreadsheet would run"),
        ("2026-03-02T08:00,exercise,x,,,,,reps=many", "reps: 'many' stands where a number belongs"),
        ("2026-03-02T08:00,exercise,x,,,,,effort=11", "effort: '11' is out of range: 0 to 10 can be read here"),
        ("2026-03-02T08:00,exercise,x,,,,,depth=hafl", "depth: 'hafl' is not known here; did you mean 'half'?"),
        ("2026-03-02T08:00,exercise,x,,,,,reps 8", "'reps 8' lacks its '='"),
        ("2026-03-02T08:00,exercise,x,,,,,reps=8; reps=9", "a key of the detail stands there twice"),
        (
            "2026-03-02T08:00,test,length,hamstrings,left,shrt,,",
            "'shrt' is none of long, normal, short; did you mean 'short'?",
        ),
        ("2026-03-02T08:00,test,knee_to_wall,,left,far,cm,", "'far' stands where a number belongs"),
        ("2026-03-02T08:00,event,truama,,,,,", "'truama' is not a known event; did you mean 'trauma'?"),
        ("2026-03-02T08:00,fact,birth_year,,,85,,", "'85' is out of range: 1900 to 2100 can be read here"),
        (
            "2026-03-02T08:00,fact,timezone,,,Europe/Pris,,",
            "'Europe/Pris' is not a known time zone; did you mean 'Europe/Paris'?",
        ),
        (
            "2026-02-30T08:00,mood,,,,5,,",
            "'2026-02-30T08:00' is not a time; write 2026-03-02T08:00, with an offset such as +01:00 or without",
        ),
        ("0026-03-02T08:00,mood,,,,5,,", "the year 26 is out of range: 1900 to 2199 can be read"),
        (",mood,,,,5,,", "the time is missing"),
        ("2026-03-02T08:00,mood,,,5,,", "7 cells stand here, the header names 8"),
        ("2026-03-02T08:00,mood,,,,5,,,more", "9 cells stand here, the header names 8"),
        ('2026-03-02T08:00,note,,,,,,"a" b', "a quote stands where none may"),
        ('2026-03-02T08:00,note,,,,,,"a', "a quote opens and never closes"),
    ],
)
def test_a_bad_line_says_why(row, why):
    diary = of(PARIS + row + "\n" + GOOD)
    assert [(problem.line, problem.why) for problem in diary.problems] == [(3, why)]
    assert [entry.line for entry in diary.entries] == [2, 4]


def test_columns_stand_in_any_order_and_may_be_left_out():
    diary = of("5,pain,2026-03-02T08:00Z,shin\n", header="value,kind,time,where\n")
    assert (diary.entries[0].where, diary.entries[0].value, diary.problems) == ("shin", 5.0, ())


def test_comments_and_blank_lines_count_as_lines_only():
    diary = of("# hello\n\n , , , , , , , \n" + PARIS + "#\n" + GOOD)
    assert ([entry.line for entry in diary.entries], diary.problems) == ([5, 7], ())


@pytest.mark.parametrize("separator", [";", "\t"])
def test_semicolons_and_tabs_part_columns_too(separator):
    rows = "2026-03-02T08:00Z,exercise,squat,,both,,,sets=3; reps=8\n"
    diary = of(rows.replace(",", separator), header=HEADER.replace(",", separator))
    assert (diary.entries[0].detail, diary.problems) == ((("sets", "3"), ("reps", "8")), ())


def test_a_file_parted_by_semicolons_may_have_decimal_commas():
    rows = "2026-03-02T08:00Z;exercise;squat;;;;;effort=7,5\n2026-03-02T08:00Z;sleep;;;;7,25;h;\n"
    assert [entry.value or entry.number("effort") for entry in of(rows, header=HEADER.replace(",", ";")).entries] == [
        7.5,
        7.25,
    ]


def test_a_number_that_can_be_read_as_two_is_a_problem():
    diary = of("2026-03-02T08:00Z;steps;;;;7,500;count;\n", header=HEADER.replace(",", ";"))
    assert "two numbers" in diary.problems[0].why


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_do_not_matter(end, mark):
    diary = of((PARIS + GOOD).replace("\n", end), header=mark + HEADER.replace("\n", end))
    assert ([entry.line for entry in diary.entries], diary.problems) == ([2, 3], ())


def test_utf_16_as_spreadsheets_save_it_is_read():
    assert len(read(io.BytesIO((HEADER + PARIS + GOOD).encode("utf-16")))) == 2


@pytest.mark.parametrize(
    "source",
    [
        io.StringIO(HEADER + PARIS + GOOD),
        (HEADER + PARIS + GOOD).splitlines(),
        (HEADER + PARIS + GOOD).splitlines(keepends=True),
        (HEADER + PARIS + GOOD).encode().splitlines(),
        HEADER + PARIS + GOOD,
    ],
    ids=["text stream", "bare lines", "lines", "lines of bytes", "one text"],
)
def test_a_diary_is_read_from_streams_and_lines_alike(source):
    assert read(source) == of(PARIS + GOOD)


def test_letters_of_another_encoding_cost_one_line():
    diary = of(
        PARIS.encode() + "2026-03-02T08:00,food,café,,,1,,\n".encode("latin-1") + GOOD.encode(), header=HEADER.encode()
    )
    assert [(problem.line, problem.text) for problem in diary.problems] == [(3, "2026-03-02T08:00,food,café,,,1,,")]
    assert len(diary) == 2


def test_nul_bytes_cost_one_line():
    diary = of(PARIS + "2026-03-02T08:00,food,a\0b,,,1,,\n" + GOOD)
    assert ([problem.why for problem in diary.problems], len(diary)) == (["the line holds NUL bytes"], 2)


def test_a_stream_of_text_that_cannot_decode_keeps_what_came_before():
    broken = io.TextIOWrapper(io.BytesIO((HEADER + PARIS).encode() + b"\xff\n" * 9000), encoding="utf-8")
    diary = read(broken)
    assert diary.problems[-1].why == "the rest is not UTF-8 and was not read; save it as UTF-8"


@pytest.mark.parametrize("source", [io.BytesIO, lambda text: text.splitlines(keepends=True)], ids=["stream", "lines"])
def test_a_line_of_10_mb_costs_itself_only(source):
    rows = PARIS.encode() + b"2026-03-02T08:00,note,,,,,,text=" + b"x" * 10_000_000 + b"\r\n" + GOOD.encode()
    diary = read(source(HEADER.encode() + rows))
    assert [(problem.line, problem.why) for problem in diary.problems] == [
        (3, "the line is longer than 1,000,000 bytes")
    ]
    assert len(diary) == 2
    assert len(diary.problems[0].text) <= 120


def test_a_quoted_cell_may_hold_commas_quotes_and_line_ends():
    entry = only('2026-03-02T08:00,note,,,,,,"text=Slept badly, ""again""\nand late; but well"\n')
    assert entry.text("text") == 'Slept badly, "again"\nand late; but well'


def test_an_open_quote_does_not_eat_the_rest_of_the_file():
    open_quote = '2026-03-02T08:00,note,,,,,,"text=open\n'
    closed_far_below = '2026-03-03T08:00,note,,,,,,"text=a, b"\n'
    diary = of(PARIS + open_quote + GOOD + closed_far_below + '2026-03-04T08:00,note,,,,,,text=b"\n')
    assert [problem.line for problem in diary.problems] == [3]
    assert [entry.line for entry in diary.entries] == [2, 4, 5, 6]


def test_an_open_quote_before_a_row_of_two_lines_costs_itself_only():
    diary = of(PARIS + '2026-03-02T08:00,note,,,,,,"open\n' + '2026-03-02T08:01,note,,,,,,"one\ntwo"\n')
    assert ([problem.line for problem in diary.problems], diary.entries[1].text("text")) == ([3], "one\ntwo")


def test_remarks_without_a_key_read_as_text():
    assert (
        only("2026-03-02T08:00,event,illness,,,,,Felt bad; stayed in bed\n").text("text") == "Felt bad; stayed in bed"
    )


def test_unknown_details_are_kept():
    assert only("2026-03-02T08:00,pain,,shin,left,5,,weather=wet; quality=ache\n").detail == (
        ("weather", "wet"),
        ("quality", "ache"),
    )


def test_a_row_that_stands_there_twice_is_kept_once():
    diary = of(PARIS + GOOD + GOOD)
    assert [(problem.line, problem.why) for problem in diary.problems] == [
        (4, "the same row stands in line 3 already; it is kept once")
    ]
    assert len(diary) == 2


def test_a_missing_header_is_one_problem_and_the_usual_order_is_taken():
    diary = of(PARIS + GOOD, header="")
    assert ([problem.line for problem in diary.problems], len(diary)) == ([1], 2)


def test_a_file_that_is_no_diary_is_one_problem():
    assert len(of("a;b\nc;d\n" * 500, header="Datum;Was\n").problems) == 1


def test_an_empty_file_is_an_empty_diary():
    assert (len(of("", header="")), of("", header="").problems) == (0, ())


def test_a_title_above_the_header_is_one_problem():
    assert (
        len(of(PARIS + GOOD, header="My diary\n" + HEADER).problems),
        len(of(PARIS, header="sep=,\n" + HEADER).problems),
    ) == (1, 0)


def test_a_slip_in_the_header_is_understood_and_told():
    diary = of(PARIS + GOOD, header=HEADER.replace("time", "tiem"))
    assert ([problem.why for problem in diary.problems], len(diary)) == (["the column 'tiem' is read as 'time'"], 2)


def test_a_header_with_a_column_too_many_does_not_lose_the_rows():
    diary = of(PARIS + GOOD, header=HEADER.replace("where", "where,where"))
    assert ([problem.line for problem in diary.problems], len(diary)) == ([1], 2)


def test_an_unknown_column_is_told_and_left_out():
    diary = of("2026-03-02T08:00Z,sunny,mood,5\n", header="time,weather,kind,value\n")
    assert ("weather" in diary.problems[0].why, diary.entries[0].value) == (True, 5.0)


def test_two_files_one_after_the_other_are_one_diary():
    diary = of(PARIS + "value,kind,time,where\n" + "5,pain,2026-03-02T08:00,shin\n")
    assert (diary.entries[1].where, diary.problems) == ("shin", ())


def test_two_names_of_columns_amid_the_rows_are_no_header():
    diary = of(PARIS + "kind,time\n" + GOOD)
    assert ([problem.line for problem in diary.problems], len(diary)) == ([3], 2)


def test_rows_after_now_are_problems():
    now = datetime(2026, 3, 2, 6, 59, tzinfo=UTC)
    assert whys(GOOD, now=now) == ["the time lies in the future"]
    assert whys(GOOD, now=now + timedelta(minutes=1)) == []


def test_rows_with_a_guessed_zone_get_14_hours_before_they_are_from_the_future():
    before = datetime(2026, 3, 2, 8, tzinfo=UTC) - timedelta(hours=14)
    assert len(of(GOOD, now=before)) == 1
    assert len(of(GOOD, now=before - timedelta(minutes=1))) == 0


@pytest.mark.parametrize("reader", [read, read_entries])
def test_now_must_have_a_zone(reader):
    with pytest.raises(ValueError, match="has no zone"):
        reader([], now=datetime(2026, 3, 2))  # noqa: DTZ001 - the caller's mistake


def test_problems_are_told_up_to_1000_and_then_counted():
    diary = of(PARIS + "".join(f"2026-03-02T08:00,mood,,,,{value},,\n" for value in range(11, 2011)) + GOOD)
    assert (len(diary), len(diary.problems)) == (2, 1001)
    assert diary.problems[-1] == Problem(2002, "", "further problems up to this line, not shown one by one: 1,000")


def test_a_diary_has_a_most_number_of_entries(monkeypatch):
    monkeypatch.setattr("flarepath.diary.text.MOST_ENTRIES", 3)
    rows = "".join(f"2026-03-02T08:0{minute},mood,,,,5,,\n" for minute in range(5))
    diary = of(PARIS + rows)
    assert (len(diary), [problem.line for problem in diary.problems]) == (3, [5])
    assert "at most 3 entries" in diary.problems[0].why


def test_the_stream_gives_entries_and_problems_in_the_order_of_the_file():
    found = list(read_entries(io.BytesIO((HEADER + PARIS + "x\n" + GOOD).encode())))
    assert [(type(each), each.line) for each in found] == [(Entry, 2), (Problem, 3), (Entry, 4)]


def test_the_stream_knows_the_zones_of_earlier_lines():
    found = list(read_entries((HEADER + GOOD + PARIS + GOOD).splitlines()))
    assert [each.time.hour - each.time.utcoffset().seconds // 3600 for each in found if isinstance(each, Entry)] == [
        8,
        -1,
        7,
    ]
    assert [each.line for each in found if isinstance(each, Problem)] == [2]


@pytest.mark.parametrize(
    "line",
    [
        "2026-03-02T08:00,exercise,x,,,,," + "a;" * 450_000,
        "2026-03-02T08:00,exercise,x,,,,,felt_muscle=" + "a+" * 450_000,
        "2026-03-02T08:00,exercise,x,,,,," + "a=b;" * 220_000,
        "2026-03-02T08:00,sleep,,,," + "9" * 900_000 + ",,",
        "answer,e1," * 90_000,
        "," * 900_000,
        '"' * 900_000,
    ],
    ids=["pieces", "muscles", "pairs", "digits", "answers", "commas", "quotes"],
)
def test_no_line_takes_long(line):
    before = perf_counter()
    of(PARIS + line + "\n")
    assert perf_counter() - before < 10


def test_many_open_quotes_do_not_take_long():
    before = perf_counter()
    diary = of(PARIS + '2026-03-02T08:00,note,,,,,,",,"\n' * 20_000)
    assert perf_counter() - before < 20
    assert len(diary.problems) == 1001


@pytest.mark.parametrize("word", ["calves", "biceps", "hip flexors", "upper traps"])
def test_a_test_names_a_muscle_in_everyday_words(word):
    found = read([f"{HEADER}\n", f"2026-03-02T18:00Z,test,length,{word},left,short,,\n"])
    assert [entry.where for entry in found.entries] == [word]
