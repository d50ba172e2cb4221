"""`judge(diary, since, at) -> Judged`: is the training of a period helping or hurting? Behind the safety gate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flarepath.diary import Diary
from flarepath.plan import Measured, Verdict, verdict
from flarepath.quantities import Side
from flarepath.safety import Gate, clear
from flarepath.why.answer import ExitCode, Screened
from flarepath.why.document import screen_document
from flarepath.why.explain import asked_of
from flarepath.why.settings import Settings
from flarepath.why.settings import settings as shipped

USUAL_WEEKS = 6
"""The period that is judged where none was named (ours)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The gate of a moment, and what may be said of the period: nothing behind a closed gate or where nothing hurts."""

    screened: Screened
    since: datetime
    verdict: Verdict | None

    @property
    def gate(self) -> Gate:
        """What the gate says of the moment."""
        return self.screened.gate

    @property
    def at(self) -> datetime:
        """The moment."""
        return self.screened.at

    @property
    def region(self) -> str:
        """Where it hurts."""
        return self.screened.region

    @property
    def side(self) -> Side:
        """On which side."""
        return self.screened.side

    @property
    def exit_code(self) -> ExitCode:
        """As for the gate alone."""
        return self.screened.exit_code

    @property
    def refusal(self) -> str:
        """As for the gate alone."""
        return self.screened.refusal


def judge(
    diary: Diary,
    *,
    since: datetime | None = None,
    at: datetime | None = None,
    region: str = "",
    side: Side = "",
    settings: Settings | None = None,
) -> Judged:
    """Whether the training of a period helps, hurts, or cannot be told to.

    Args:
        diary: the person's diary.
        since: where the period begins, aware; six weeks before `at` by default.
        at: its end, aware; the last entry's by default.
        region: a region id; the place that hurts most by default.
        side: a side, or empty.
        settings: the numbers to work with; those shipped by default.

    Raises:
        NothingToAnswerFrom: no entry at or before `at`.
        UnknownId: no such region.
        ValueError: no such side.
    """
    numbers = settings or shipped()
    screened, known, outcome = asked_of(diary, at, region, side, numbers)
    begin = since or screened.at - timedelta(weeks=USUAL_WEEKS)
    gate = screened.gate
    if outcome is None or not gate.may_explain:
        return Judged(screened, begin, None)
    said = verdict(clear(gate), known, since=begin, at=screened.at, outcome=outcome, numbers=numbers.plan)
    return Judged(screened, begin, said)


def verdict_document(judged: Judged) -> dict[str, Any]:
    """The verdict as `verdict --json` prints it.

    Args:
        judged: what was found.
    """
    said, head = judged.verdict, screen_document(judged.screened)
    head |= {"since": judged.since.isoformat(), "verdict": None, "pain": None, "function": None, "measured": []}
    head |= {"trained_share": None, "because": [], "against": None, "settles": None}
    if said is None:
        return head
    return head | {
        "verdict": said.call,
        "pain": said.pain,
        "function": said.function,
        "measured": [_measured(each) for each in said.measured],
        "trained_share": round(said.trained_share, 2),
        "because": list(said.because),
        "against": said.against,
        "settles": said.settles,
    }


def _measured(each: Measured) -> dict[str, Any]:
    return {
        "what": each.what,
        "where": each.where,
        "side": each.side,
        "unit": each.unit,
        "before": round(each.before, 2),
        "change": round(each.change, 2),
        "low": None if each.low is None else round(each.low, 2),
        "high": None if each.high is None else round(each.high, 2),
        "matters": round(each.matters, 2),
        "values": each.values,
        "moved": each.moved,
    }
