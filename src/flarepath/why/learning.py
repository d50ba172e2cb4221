"""`learn(diary, at) -> Learning`: what the own flare-ups taught, how good the guesses are, what to read next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from flarepath.course import Outcome
from flarepath.diary import Diary
from flarepath.flares import Explanation
from flarepath.lessons import (
    LISTS,
    WORKOUTS,
    Calibration,
    Choices,
    Exercised,
    Learned,
    Lesson,
    Scored,
    Workout,
    calibration,
    choices,
    guesses,
    learned,
    scored,
    to_read,
)
from flarepath.plan import Allowed, Log, Setting, allowed, recovered
from flarepath.quantities import Side
from flarepath.questionnaires import Due, Score, all_scores, due
from flarepath.safety import Gate, clear
from flarepath.why.answer import RED, ExitCode, Screened
from flarepath.why.explain import asked_of, explanation_of
from flarepath.why.settings import Settings
from flarepath.why.settings import settings as shipped


@dataclass(frozen=True, slots=True)
class Learning:
    """The gate of a moment, and what there is to learn; everything is empty where somebody must be seen today.

    `learned` are predictions, and empty where nothing may be explained. `workouts` hold what this person may be handed,
    none where no movement may be.
    """

    screened: Screened
    to_read: tuple[Lesson, ...]
    learned: tuple[Learned, ...]
    scored: tuple[Scored, ...]
    calibration: Calibration
    due: tuple[Due, ...]
    scores: Mapping[str, tuple[Score, ...]]
    lists: tuple[Choices, ...]
    workouts: tuple[Workout, ...] = ()

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
        """3 where a red flag stands; reading needs no answered screen."""
        return 3 if self.gate.minor or self.gate.level in RED else 0

    @property
    def is_shut(self) -> bool:
        """Whether whom to see is all that is shown: nothing is taught then, nor guessed."""
        return not self.gate.may_read or self.gate.card == "same_day"

    @property
    def refusal(self) -> str:
        """There is always something to read."""
        return ""


def learn(
    diary: Diary,
    *,
    at: datetime | None = None,
    region: str = "",
    side: Side = "",
    settings: Settings | None = None,
) -> Learning:
    """What there is to learn at a moment.

    Args:
        diary: the person's diary.
        at: the moment, aware; the last entry's by default.
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
    gate, nothing = screened.gate, nothing_to_learn(screened)
    if nothing.is_shut:
        return nothing
    told = tuple(_beside(known, numbers))
    explanation = explanation_of(known, outcome, screened.at, numbers)
    causes = tuple(cause.cause for cause in explanation.causes) if gate.may_explain else ()
    urgent = gate.level in RED
    lists = tuple(found for name in LISTS if (found := choices(name, known, urgent=urgent)))
    return Learning(
        screened=screened,
        to_read=to_read(known, causes=causes),
        learned=_own_lessons(known, screened, outcome, explanation) if gate.may_explain else (),
        scored=told,
        calibration=calibration(told),
        due=due(
            known,
            at=screened.at,
            flared=explanation.flare is not None,
            recovered=gate.may_explain and recovered(Log(Setting(clear(gate), explanation, known, numbers.plan))),
        ),
        scores=MappingProxyType(all_scores(known)),
        lists=lists,
        workouts=_workouts(allowed(gate, known, at=screened.at)) if gate.may_move else (),
    )


def nothing_to_learn(screened: Screened) -> Learning:
    """The gate alone.

    Args:
        screened: what the gate says.
    """
    return Learning(screened, (), (), (), calibration(()), (), MappingProxyType({}), ())


def _workouts(may: Allowed) -> tuple[Workout, ...]:
    """The starter workouts without what this person is not handed, and no harder than they may; none that is empty."""
    fitted = (
        replace(each, levels=tuple(tuple(_permitted(level, may)) for level in each.levels))
        for each in WORKOUTS.values()
    )
    return tuple(each for each in fitted if all(each.levels))


def _permitted(level: tuple[Exercised, ...], may: Allowed) -> Iterator[Exercised]:
    for each in level:
        if may.permits(each.exercise):
            most = may.ceiling(each.exercise)
            effort = each.effort if most.effort is None else min(each.effort, most.effort)
            held = each.seconds and (
                each.seconds if most.hold_seconds is None else min(each.seconds, most.hold_seconds)
            )
            yield replace(each, effort=effort, seconds=held)


def _own_lessons(
    known: Diary, screened: Screened, outcome: Outcome | None, explanation: Explanation
) -> tuple[Learned, ...]:
    return learned(known, at=screened.at, triggers={outcome: explanation.triggers} if outcome else None)


def _beside(diary: Diary, numbers: Settings) -> list[Scored]:
    """Every guess beside the answer to the same moment and place; behind a closed gate it counts for nothing."""
    found = []
    for guess in guesses(diary):
        screened, known, outcome = asked_of(diary, guess.time, guess.region, guess.side, numbers)
        if screened.gate.may_explain:
            found.append(scored(guess, explanation_of(known, outcome, guess.time, numbers)))
        else:
            found.append(Scored(guess, (), None))
    return found
