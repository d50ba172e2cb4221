"""What a page of danger lines sends, as diary entries, and a visit to a professional.

A page names what it asks under `asked`: a question's id, or `id:region:side` where the answer is about one place. A
line that was tapped comes as `ID.LINE` with yes or unsure, a whole question as `ID` with yes, no or unsure. With `none`
every question of the page that nobody spoke of is a no; without it, it stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from flarepath.body import REGIONS
from flarepath.diary import Entry
from flarepath.quantities import Side
from flarepath.safety import CRISIS, QUESTIONS, Question, answered
from flarepath.web.forms import side_of

Word = Literal["yes", "no", "unsure"]

WORDS: Mapping[str, Word] = {"yes": "yes", "no": "no", "unsure": "unsure"}

MIND: Mapping[str, Mapping[str, Word]] = {
    "no": {"e14": "no", "s16": "no"},
    "better": {"e14": "no", "s16": "yes"},
    "yes": {"e14": "yes"},
    "unsure": {"e14": "unsure"},
}
"""The four answers of the page about not wanting to live, and what each says."""

BY = ("doctor", "hospital", "physiotherapist", "other")
"""Who looked at it."""

TOLD = ("go_on", "wait", "treatment")
"""What was said there: only the first opens again what a yes has closed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a page asks it: about one place, or about the whole person."""

    question: Question
    region: str = ""
    side: Side = ""

    @property
    def token(self) -> str:
        """What the page's form calls it."""
        return f"{self.question.id}:{self.region}:{self.side}" if self.region else self.question.id


def asked(sent: Mapping[str, str]) -> Iterator[Asked]:
    """What the page asked, without ids and places that do not exist.

    Args:
        sent: the form; `region` and `side` hold for a question that names no place of its own.
    """
    for token in sent.get("asked", "").split():
        name, region, side = (*token.split(":"), "", "")[:3]
        if not region:
            region, side = sent.get("region", ""), sent.get("side", "")
        if name in QUESTIONS:
            known = region in REGIONS
            yield Asked(QUESTIONS[name], region if known else "", side_of(side) if known else "")


def replies(sent: Mapping[str, str], at: datetime) -> Iterator[Entry]:
    """The answers of a page.

    Args:
        sent: the form.
        at: when.
    """
    words = MIND.get(sent.get("mind", ""), {})
    for each in asked(sent):
        word, lines = _said(sent, each.question, words)
        if word:
            yield answered(each.question, word, at=at, region=each.region, side=each.side, lines=lines)


def _said(sent: Mapping[str, str], question: Question, words: Mapping[str, Word]) -> tuple[Word | None, list[str]]:
    """The answer to a question, with the lines that were tapped; a yes outweighs a doubt."""
    for word in ("yes", "unsure"):
        lines = [line.id for line in question.lines if sent.get(f"{question.id}.{line.id}") == word]
        if lines:
            return WORDS[word], lines
    whole = words.get(question.id) or WORDS.get(sent.get(question.id, ""))
    # Not wanting to live is asked by itself: no button for a whole page says no to it.
    says_no = "none" in sent and question.id not in CRISIS
    return whole or ("no" if says_no else None), []


def visited(
    sent: Mapping[str, str], about: Asked, answered_at: datetime, now: datetime
) -> tuple[list[Entry], list[str]]:
    """The visit that a form tells of, or the names of the fields that it lacks.

    Args:
        sent: the form: `day`, `by`, `told`.
        about: the question that was looked at, and where.
        answered_at: when it was answered; a visit before that cannot speak for it.
        now: this moment, on the person's own clock.
    """
    day = _day(sent.get("day", ""))
    wrong = [name for name, words in (("by", BY), ("told", TOLD)) if sent.get(name) not in words]
    if day is None or not answered_at.astimezone(now.tzinfo).date() <= day <= now.date():
        wrong.insert(0, "day")
    if wrong or day is None:
        return [], wrong
    noon = datetime.combine(day, time(12), tzinfo=now.tzinfo)
    moment = now if day == now.date() else max(noon, answered_at)
    detail = (("said", sent["told"]), ("by", sent["by"]), ("question", about.question.id))
    return [Entry(moment, "event", "seen_by_professional", about.region, about.side, detail=detail)], []


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
