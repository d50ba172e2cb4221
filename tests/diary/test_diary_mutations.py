"""Whatever happens to one line, every other line is kept: drawn mutations of a diary with every kind of row."""

import random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flarepath.diary import Entry, Problem, Spoiled, read

HEADER = "time,kind,what,where,side,value,unit,detail"
ROWS = [
    "2020-01-01T00:00+01:00,fact,timezone,,,Europe/Paris,,",
    "2026-03-01T18:00+01:00,exercise,single_leg_hinge,,left,,,sets=3; reps=8; load_kg=20; effort=7; zone=long",
    '2026-03-01T19:00+01:00,food,"bread, butter",,,2,slice,contains=dairy+wheat',
    "2026-03-02T07:00+01:00,sleep,,,,6.5,h,quality=4",
    "2026-03-02T08:00+01:00,pain,,knee_front,left,5,nrs,quality=ache; when=motion",
    "2026-03-02T08:01+01:00,answer,e5,,,no,,version=1",
    "2026-03-02T08:02+01:00,test,length,hamstrings,left,short,,",
    '2026-03-02T08:03+01:00,note,,,,,,"text=Walked, then ""rested"""',
    "2026-03-02T08:04+01:00,event,travel,,,,,",
    "2026-03-02T20:00+01:00,steps,,,,8021,count,",
]
LINES = [HEADER.encode(), *(row.encode() for row in ROWS)]
WHOLE = {entry.line: entry for entry in read(LINES).entries}
BITS = [
    b'"',
    b'""',
    b",",
    b";",
    b"\t",
    b"\r",
    b"\0",
    b"=",
    b"=cmd()",
    b"\xe9",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"#",
    b"NaN",
    b"-1",
    b"1e999",
    b"2999-01-01",
    b"\\x3B",
    b" ",
    b"left",
    b"answer",
    b"e5",
]


def cut_out(line, draw):
    start = draw.randrange(len(line) + 1)
    return line[:start] + line[start + draw.randrange(1, 9) :]


def put_in(line, draw):
    place = draw.randrange(len(line) + 1)
    return line[:place] + draw.choice(BITS) + line[place:]


def overwrite(line, draw):
    place = draw.randrange(len(line) + 1)
    return line[:place] + bytes([draw.randrange(256)]).replace(b"\n", b" ") + line[place + 1 :]


def swap_cells(line, draw):
    cells = line.split(b",")
    one, other = draw.randrange(len(cells)), draw.randrange(len(cells))
    cells[one], cells[other] = cells[other], cells[one]
    return b",".join(cells)


def repeat(line, draw):
    return line * draw.choice([2, 3, 200] if len(line) < 1000 else [1])


def garble(line, draw):
    return draw.randbytes(draw.randrange(len(line) + 1)).replace(b"\n", b"")


WAYS = [cut_out, put_in, put_in, overwrite, swap_cells, repeat, garble]


def mutated(draw):
    """The lines with one of them changed in one to three ways, and which one."""
    hit = draw.randrange(1, len(LINES))
    line = LINES[hit]
    for _ in range(draw.randrange(1, 4)):
        line = draw.choice(WAYS)(line, draw)
    return [*LINES[:hit], line, *LINES[hit + 1 :]], hit


def lost(lines, hit):
    """The lines that were not changed and yet are gone."""
    # A carriage return makes two lines of one, so that entries are looked up by what they say.
    kept = set(read([line + b"\n" for line in lines]).entries)
    return [line for line, entry in WHOLE.items() if line != hit + 1 and entry not in kept]


def test_the_diary_itself_is_read_whole():
    assert (len(WHOLE), read(LINES).problems, read(LINES).spoiled) == (len(ROWS), (), ())


@given(st.integers(0, 2**32))
def test_a_mutated_line_costs_itself_only(seed):
    assert lost(*mutated(random.Random(seed))) == []  # noqa: S311 - drawn cases


@given(st.integers(0, 2**32))
def test_a_mutated_header_costs_at_most_a_problem_or_is_told(seed):
    draw = random.Random(seed)  # noqa: S311 - drawn cases
    diary = read([draw.choice(WAYS)(LINES[0], draw), *LINES[1:]])
    assert diary.problems or len(diary) == len(ROWS)


def test_a_lost_line_would_be_seen():
    assert lost([*LINES[:3], b'"', *LINES[5:]], 3) == [5]


@pytest.mark.truth
def test_100_000_mutations_neither_crash_nor_hang_nor_lose_another_line():
    draw, slowest = random.Random(20260302), 0.0  # noqa: S311 - drawn cases
    for _ in range(100_000):
        lines, hit = mutated(draw)
        before = perf_counter()
        assert lost(lines, hit) == [], lines
        slowest = max(slowest, perf_counter() - before)
    assert slowest < 2


@pytest.mark.truth
def test_two_mutated_lines_lose_no_third():
    draw = random.Random(7)  # noqa: S311 - drawn cases
    for _ in range(20_000):
        lines, one = mutated(draw)
        more, other = mutated(draw)
        lines[other] = more[other]
        gone = lost(lines, one)
        assert set(gone) <= {other + 1}, lines


def test_every_way_to_fail_is_one_of_three_records():
    diary = read([HEADER, "x", "2026-03-02T08:00Z,answer,e5,,,maybe,,", "2026-03-02T08:00Z,mood,,,,5,,"])
    records = (*diary.entries, *diary.problems, *diary.spoiled)
    assert {type(each) for each in records} == {Entry, Problem, Spoiled}
