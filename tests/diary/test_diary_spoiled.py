"""An answer that cannot be read is remembered as one: it counts as the newest, and as missing."""

from datetime import UTC, datetime, timedelta

import pytest

from flarepath.diary import Entry, Spoiled, is_question, read, read_entries

TOP = ["time,kind,what,where,side,value,unit,detail", "2020-01-01T00:00,fact,timezone,,,Europe/Paris,,"]
EIGHT = datetime(2026, 3, 2, 7, tzinfo=UTC)


def of(*rows, **options):
    return read([*TOP, *rows], **options)


@pytest.mark.parametrize(
    "row",
    [
        "2026-03-02T08:00,answer,e5,,,maybe,,",
        "2026-03-02T08:00,answer,e5,,,,,",
        "2026-03-02T08:00,answer,E5,knee_frnt,,yes,,",
        "2026-03-02T08:00,answer,e5,,lft,yes,,",
        "2026-03-02T08:00,answer,e5,,,yes,nrs,",
        "2026-03-02T08:00,answer,E-05,,,yes,,",
        "2026-03-02T08:00,anwser,e5,,,yes,,",
        "2026-03-02T08:00,answers,e5,,,yes,,",
        "2026-03-02T08:00,,e5,,,yes,,",
        "2026-03-02T08:00,answer,e5,,yes,,",
        "2026-03-02T08:00,answer,e5,yes",
        "2026-03-02T08:00,answere5,,,yes,,",
        "2026-03-02T08:00;answer;e5;;;yes;;",
        '2026-03-02T08:00,answer,e5,,,yes,,"text=x',
        "2026-03-02T08:00,answer,e5,,,ye\0s,,",
        "2026-03-02T08:00,answer,e5,,,yes,,text=" + "x" * 1_000_001,
    ],
)
def test_an_answer_that_cannot_be_read_is_spoiled(row):
    diary = of(row)
    assert diary.spoiled == (Spoiled("e5", EIGHT, 3),)
    assert (diary.of("answer"), [problem.line for problem in diary.problems]) == ((), [3])


@pytest.mark.parametrize("time", ["soon", "", "2026-02-30T08:00", "2026-03-02T25:00"])
def test_without_a_time_it_is_spoiled_for_ever(time):
    assert of(f"{time},answer,s17,,,no,,").spoiled == (Spoiled("s17", None, 3),)


def test_letters_of_another_encoding_spoil_an_answer():
    rows = "\n".join([*TOP, "2026-03-02T08:00,answer,d2,,,yes,,text=très"]).encode("latin-1")
    assert read(rows.splitlines()).spoiled == (Spoiled("d2", EIGHT, 3),)


def test_an_answer_from_the_future_is_spoiled_without_a_time():
    now = EIGHT - timedelta(hours=1)
    assert of("2026-03-02T08:00,answer,e5,,,no,,", now=now).spoiled == (Spoiled("e5", None, 3),)
    assert of("2026-03-02T08:00,answer,e5,,,nope,,", now=now).spoiled == (Spoiled("e5", None, 3),)


@pytest.mark.parametrize(
    "row",
    [
        "2026-03-02T08:00,pain,e5,,,11,,",
        "2026-03-02T08:00,note,,,,,,=x(e5)",
        "2026-03-02T08:00,answer,e190,,,yes,,",
        "2026-03-02T08:00,answer,,,,yes,,",
        "2026-03-02T08:00,event,truama,,,,,text=my answer to e5",
        "# 2026-03-02T08:00,answer,e5,,,maybe,,",
    ],
)
def test_what_was_no_answer_to_a_question_spoils_no_answer(row):
    assert not any(spoiled.question for spoiled in of(row).spoiled)


@pytest.mark.parametrize(
    "row",
    [
        "2026-03-02T08:00,pain,,lower_back,,11,,",
        "2026-03-02T08:00,soreness,,lower_bak,,9,,",
        "2026-03-02T08:00,event,trama,neck_back,,,,",
        "2026-03-02T08:00,fact,timezone,,,Mars/Base,,",
        "2026-03-02T08:00,pian,,lower_back,,9,,",
        "2026-03-02T08:00,note,,,,,,=x(e5)",
    ],
)
def test_a_lost_row_that_may_have_told_of_a_danger_is_remembered_with_its_time(row):
    assert of(row).spoiled == (Spoiled("", EIGHT, 3),)


@pytest.mark.parametrize(
    "row", ["2026-03-02T08:00,food,rice,,,much,,", "2026-03-02T08:00,exercise,,,,,,", "2026-03-02T08:00,sleep,,,,99,h,"]
)
def test_a_lost_row_of_a_harmless_kind_is_a_problem_and_no_more(row):
    assert (of(row).spoiled, len(of(row).problems)) == ((), 1)


def test_a_good_answer_is_an_entry_in_lower_case():
    diary = of("2026-03-02T08:00,answer,S12,,,Unsure,,version=2")
    assert ((diary.of("answer")[0].what, diary.of("answer")[0].word), diary.spoiled) == (("s12", "unsure"), ())


def test_the_stream_gives_spoiled_answers_too():
    found = list(read_entries([*TOP, "2026-03-02T08:00,answer,e5,,,maybe,,"]))
    assert [type(each).__name__ for each in found] == ["Entry", "Spoiled", "Problem"]
    assert (found[1], isinstance(found[0], Entry)) == (Spoiled("e5", EIGHT, 3), True)


@pytest.mark.parametrize("letter", "esdn")
def test_every_letter_with_one_or_two_digits_is_read(letter):
    assert all(is_question(f"{letter}{number}") for number in range(1, 100))


@pytest.mark.parametrize("word", ["e0", "e05", "e100", "x1", "e", "1e", "e1s"])
def test_the_twin_is_no_id(word):
    assert not is_question(word)


def test_an_answer_keeps_the_lines_that_were_tapped():
    diary = of("2026-03-02T08:00,answer,s8,,,yes,,version=1; lines=fever+after")
    assert diary.of("answer")[0].detail == (("version", "1"), ("lines", "fever+after"))
