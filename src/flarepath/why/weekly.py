"""`weekly(diary, at) -> Weekly`: the week's training and what changes in it, behind the safety gate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flarepath.course import Episode
from flarepath.diary import Diary
from flarepath.exercises import matrix
from flarepath.plan import Change, Log, Plan, Setting, Tried, Week, changes, chores, open_flares, plan, tried, week
from flarepath.quantities import Side
from flarepath.safety import Gate, Referral, clear
from flarepath.why.answer import ExitCode, Screened
from flarepath.why.explain import asked_of, explanation_of
from flarepath.why.settings import Settings
from flarepath.why.settings import settings as shipped


@dataclass(frozen=True, slots=True)
class Room:
    """What the week must fit into; what is None is taken from the diary's facts, or from what is usual in it."""

    days: int | None = None
    minutes: float | None = None
    equipment: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Training:
    """The week with everything about it: what changes, what is done besides, what the plan tests, what stays open."""

    week: Week
    changes: tuple[Change, ...]
    advice: Plan
    tried: Tried
    chores: tuple[str, ...]
    open_flares: tuple[Episode, ...]


@dataclass(frozen=True, slots=True)
class Weekly:
    """The gate of a moment, and the training behind it; none behind a closed gate."""

    screened: Screened
    training: Training | None

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
    def refer(self) -> Referral | None:
        """Whom to see."""
        return self.gate.referral or (self.training.advice.refer if self.training else None)

    @property
    def exit_code(self) -> ExitCode:
        """As for the gate alone."""
        return self.screened.exit_code

    @property
    def refusal(self) -> str:
        """As for the gate alone."""
        return self.screened.refusal


ANY_ROOM = Room()


def weekly(
    diary: Diary,
    *,
    at: datetime | None = None,
    region: str = "",
    side: Side = "",
    room: Room = ANY_ROOM,
    settings: Settings | None = None,
) -> Weekly:
    """The training of the week after a moment.

    Args:
        diary: the person's diary.
        at: the moment, aware; the last entry's by default.
        region: a region id; the place that hurts most by default.
        side: a side, or empty.
        room: days, minutes and tools.
        settings: the numbers to work with; those shipped by default.

    Raises:
        NothingToAnswerFrom: no entry at or before `at`.
        UnknownId: no such region.
        ValueError: no such side.
    """
    numbers = settings or shipped()
    screened, known, outcome = asked_of(diary, at, region, side, numbers)
    gate = screened.gate
    if not gate.may_move:
        return Weekly(screened, None)
    explanation = explanation_of(known, outcome, screened.at, numbers)
    setting = Setting(clear(gate), explanation, known, numbers.plan)
    planned = week(setting, days=room.days, minutes=room.minutes, equipment=room.equipment)
    log = Log(setting)
    training = Training(
        week=planned,
        changes=changes(setting, planned),
        advice=plan(clear(gate), explanation, diary=known, numbers=numbers.plan),
        tried=tried(log, responses=planned.responses),
        chores=chores(log, matrix(known, at=screened.at)),
        open_flares=tuple(open_flares(log)),
    )
    return Weekly(screened, training)
