"""One sitting: work the answer out, ask what is open, work it out anew, and offer to keep what was answered."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Generic

from rich.console import Console
from rich.text import Text

from flarepath.cli import keeping
from flarepath.cli.asking import Given, Stopped, Talk, asked
from flarepath.cli.call import A, Call, Gated
from flarepath.cli.diaries import Source
from flarepath.cli.progress import working
from flarepath.cli.refusal import Refused
from flarepath.cli.show import WELCOME, margin, paper, place, show_all
from flarepath.cli.telling import told
from flarepath.diary import Diary, Entry
from flarepath.quantities import Side
from flarepath.safety import OpenQuestion, answered, unanswered

STOP: Final = frozenset({"q", "quit", "exit"})


@dataclass(frozen=True, slots=True)
class Sitting(Generic[A]):
    """The diary, the answer, and what was answered in this sitting and is in no file yet."""

    source: Source
    diary: Diary
    answer: A
    given: tuple[Entry, ...] = ()


def sit(call: Call, work: Callable[..., A], *, talk: Talk | None) -> Sitting[A]:
    """Read and answer; where questions are open and somebody can answer them, ask and answer anew.

    Args:
        call: what was asked.
        work: from a diary and a moment to an answer.
        talk: the terminal, or None where nobody is asked.

    Raises:
        Refused: the diary cannot be read.
        NothingToAnswerFrom: no entry at or before the moment.
    """
    diary = working("Reading the diary", lambda: call.source.diary(now=call.clock))
    answer = working("Working out the answer", lambda: call.answer(work, diary))
    if talk is None or answer.gate.level != "unanswered":
        return Sitting(call.source, diary, answer)
    return _anew(call, work, diary, given=_interview(answer, talk))


def _anew(call: Call, work: Callable[..., A], diary: Diary, *, given: tuple[Entry, ...]) -> Sitting[A]:
    anew = Diary.of_entries((*diary.entries, *given), problems=diary.problems, spoiled=diary.spoiled)
    return Sitting(call.source, anew, call.answer(work, anew), given)


def keep(sitting: Sitting[A], talk: Talk) -> None:
    """Offer to put the answers at the end of the diary file, and do so if the person agrees.

    Args:
        sitting: with answers in no file yet.
        talk: the terminal.
    """
    file, count = sitting.source.file, len(sitting.given)
    if not count:
        return
    talk.show(Text(""))
    if file is None:
        talk.show(Text("Your answers counted for this page; only a single diary file can keep them.", "quiet"))
    elif _agrees(talk, f"Keep {count} {'answer' if count == 1 else 'answers'} in {file.name}?  y yes · n no > "):
        talk.show(Text(_kept(file, sitting.given), "quiet"))
    else:
        talk.show(Text("Not kept; the file is as it was.", "quiet"))


def _kept(file: Path, given: tuple[Entry, ...]) -> str:
    try:
        keeping.keep(file, given)
    except Refused as refused:
        # The answer stands, whatever becomes of the file: a warning sign must not end as a file error.
        return refused.message
    return f"Kept at the end of {file.name}."


def terminal(source: Source) -> Talk | None:
    """The person at the terminal; None where there is none, or where the diary itself comes in that way.

    Args:
        source: the diary.
    """
    if not source.paths or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    sheet = paper(sys.stderr)
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal is a stream of text
    return Talk(lambda part: show_all([part], sheet), partial(_hear, sheet))


def _hear(sheet: Console, prompt: str) -> str:
    sheet.print(Text(" " * margin(sheet) + prompt, "mark"), end="")
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        raise Stopped from None
    typed = line.strip().lower()
    if not line or typed in STOP:
        raise Stopped
    return typed


def _interview(answer: Gated, talk: Talk) -> tuple[Entry, ...]:
    talk.show(WELCOME)
    if _places(answer):
        talk.show(Text(_places(answer)))
    questions = unanswered(answer.gate)
    given = asked(questions, talk=talk, reasons=_reasons(answer))
    answers = tuple(entry for one in given for entry in _kept_at(answer, one))
    # Facts belong to the full screen; a short one at night asks for nothing more, nor does a person who stopped.
    whole = len(given) == len(questions) and not any(one.urgent for one in given)
    full = any(not question.starred for question in questions)
    return answers + (told(answer.gate.unknown_facts, talk=talk, at=answer.at) if whole and full else ())


def _reasons(answer: Gated) -> dict[str, str]:
    """Why a question is asked again, by its id; what was never answered needs no reason."""
    found: dict[str, list[str]] = {}
    for one in answer.gate.open:
        if one.reason:
            found.setdefault(one.id, []).append(one.reason)
    return {name: " ".join(dict.fromkeys(words)) for name, words in found.items()}


def _places(answer: Gated) -> str:
    """Which places the questions are about, where they are about more than the one asked about."""
    at = dict.fromkeys(_at(one) for one in answer.gate.open if one.region)
    others = [each for each in at if each != (answer.region, answer.side)]
    return f"They are about all of these: {'; '.join(place(*each).lower() for each in at)}." if others else ""


def _at(one: OpenQuestion) -> tuple[str, Side]:
    return one.region, one.side


def _kept_at(answer: Gated, given: Given) -> Iterator[Entry]:
    """The answer at every place that the question is open for; it was asked once, with the places named."""
    open_at = [_at(one) for one in answer.gate.open if one.id == given.question.id]
    for region, side in dict.fromkeys(open_at or [(answer.region, answer.side)]):
        yield answered(given.question, given.reply, at=answer.at, region=region, side=side)


def _agrees(talk: Talk, words: str) -> bool:
    try:
        while (typed := talk.hear(words)) not in {"y", "yes", "n", "no"}:
            pass
    except Stopped:
        return False
    return typed in {"y", "yes"}
