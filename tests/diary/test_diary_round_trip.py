"""Writing and reading back loses nothing, and no bytes can crash the reader."""

import csv
import io
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flarepath.body import MUSCLES, REGIONS, side_is_possible
from flarepath.diary import KINDS, Diary, Entry, Problem, Spoiled, read, read_entries, write

AWKWARD = [
    "=cmd()",
    "+1",
    "-",
    "@SUM(A1)",
    "1985",
    "nan",
    "#N/A",
    "a,b",
    'say "x"',
    "a\nb",
    "\r",
    " x ",
    "a;b=c",
    "\\x3B",
    "\\",
    "\u2028",
    "\ud800",
    "\0",
    "#",
    "ø",
]
TEXTS = st.text(st.characters(), min_size=1, max_size=12) | st.sampled_from(AWKWARD)
OFFSETS = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(datetime(1901, 1, 1), datetime(2198, 1, 1), timezones=OFFSETS)  # noqa: DTZ001 - zones are drawn
LOCAL_TIMES = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31))  # noqa: DTZ001 - plain local times
PLACES = st.sampled_from(sorted(REGIONS))
OPEN_NAMES = {"event": ["surgery", "moved house, twice"], "fact": ["sex", "my own"], "test": ["a test", "beighton"]}


def names(kind):
    if kind.name == "answer":
        return st.sampled_from(["e1", "s17", "n8"])
    if kind.name in OPEN_NAMES:
        return st.sampled_from(OPEN_NAMES[kind.name])
    return TEXTS if kind.named else TEXTS | st.just("")


@st.composite
def values(draw, kind, limits):
    """A number and a word, one of them empty."""
    if kind.words:
        return None, draw(st.sampled_from(sorted(kind.words)))
    choices = [st.floats(*limits, allow_nan=False)]
    if kind.value == "either":
        choices.append(TEXTS)
    if not kind.needed:
        choices.append(st.none())
    found = draw(st.one_of(choices))
    return (None, found or "") if not isinstance(found, float) else (found, "")


@st.composite
def forms(draw, form):
    if form.limits:
        return str(draw(st.integers(*(int(limit) for limit in form.limits))))
    if form.words or form.muscles:
        known = sorted(form.words) or sorted(MUSCLES)
        return "+".join(draw(st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True)))
    return draw(TEXTS)


@st.composite
def details(draw, kind):
    keys = draw(st.lists(st.sampled_from(sorted(kind.details)) | TEXTS, unique_by=str.lower, max_size=3))
    return tuple((key, draw(forms(kind.details[key]) if key in kind.details else TEXTS)) for key in keys)


def is_canonical(entry):
    """Whether keys stand in the writing that reading gives them."""
    return all(
        key in KINDS[entry.kind].details or key.lower() not in KINDS[entry.kind].details for key, _ in entry.detail
    )


@st.composite
def entries(draw):
    kind = KINDS[draw(st.sampled_from(sorted(KINDS)))]
    unit = draw(st.sampled_from(sorted(kind.units)))
    value, word = draw(values(kind, kind.units[unit]))
    where = draw(PLACES if kind.needs_where else PLACES | st.sampled_from(["", *sorted(MUSCLES)]))
    sides = ["", "left", "right", "both", "middle"]
    side = draw(st.sampled_from([each for each in sides if where not in REGIONS or side_is_possible(where, each)]))
    unit = draw(TEXTS.filter(lambda text: text.lower() not in kind.units)) if unit == "*" else unit
    if kind.name == "test" and word:
        unit = ""
    what, detail = draw(names(kind)), draw(details(kind))
    return Entry(draw(TIMES), kind.name, what, where, side, value, word, unit, detail, offset_written=True)


ENTRIES = entries().filter(is_canonical)


@given(st.lists(ENTRIES, unique=True, max_size=6))
def test_what_is_written_is_read_back(found):
    diary = Diary.of_entries(found)
    assert read(write(diary)) == diary


@given(st.lists(ENTRIES, unique=True, max_size=3))
def test_no_cell_is_left_that_a_spreadsheet_would_run(found):
    rows = csv.reader(io.StringIO("".join(write(found)).replace("\0", "")), strict=True)
    texts = [cell for row in rows for cell in (*row[1:5], *row[6:])]
    assert not [cell for cell in texts if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(
    st.lists(
        st.tuples(LOCAL_TIMES, st.integers(0, 10)),
        unique=True,
        max_size=20,
    )
)
def test_a_diary_of_plain_local_times_is_read_back(moods):
    rows = [f"{time.isoformat()},mood,,,,{value},," for time, value in moods]
    zones = ["2020-01-01T00:00,fact,timezone,,,Europe/Paris,,", "2026-10-25T02:30,fact,timezone,,,America/New_York,,"]
    diary = read(["time,kind,what,where,side,value,unit,detail", *zones, *rows])
    again = read(write(diary))
    assert [entry.time for entry in again.entries] == [entry.time for entry in diary.entries]
    assert not again.problems


@pytest.mark.parametrize(
    "entry",
    [
        Entry(datetime(2026, 3, 2), "mood", value=5),  # noqa: DTZ001 - the caller's mistake
        Entry(datetime(2026, 3, 2, tzinfo=UTC), "moood", value=5),
        Entry(datetime(2026, 3, 2, tzinfo=UTC), "mood", value=11),
        Entry(datetime(2026, 3, 2, tzinfo=UTC), "fact", "sex", value=5, word="x"),
        Entry(datetime(2026, 3, 2, tzinfo=UTC), "note", detail=(("", "x"),)),
        Entry(datetime(1026, 3, 2, tzinfo=UTC), "mood", value=5),
    ],
)
def test_an_entry_that_no_row_can_hold_is_refused(entry):
    with pytest.raises(ValueError, match=r"."):
        list(write([entry]))


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(rows):
    for start in (b"", b"time,kind,what,where,side,value,unit,detail\n"):
        read(io.BytesIO(start + rows))
        assert all(isinstance(each, Entry | Problem | Spoiled) for each in read_entries(io.BytesIO(start + rows)))


PIECES = [
    "2026-03-02T08:00",
    "answer",
    "pain",
    "e5",
    "yes",
    "shin",
    "left",
    "5",
    "nrs",
    "when=rest",
    '"',
    ",",
    ";",
    "\n",
    "\r",
    "=",
    "timezone",
    "fact",
    "Europe/Paris",
    "\0",
    "é",
    "time",
    "kind",
    "#",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_jumble_of_its_own_words_crashes_the_reader(pieces):
    text = "".join(pieces)
    assert len(read(io.StringIO(text))) <= text.count("\n") + text.count("\r") + 1


@given(st.text(max_size=40))
def test_any_text_survives_as_a_note(text):
    note = Entry(datetime(2026, 3, 2, tzinfo=UTC), "note", detail=(("text", text),), offset_written=True)
    assert read(write([note])).entries == (note,)
