"""The plan diff: what changes in the training, from what to what, why, and when it is looked at again (R11).

Every change may be accepted, changed or refused with a reason; the word is kept in the diary and followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from flarepath.course import Episode, episodes
from flarepath.plan.model import Adjustment
from flarepath.plan.setting import MOMENT, Setting
from flarepath.plan.week.ceilings import FIRM
from flarepath.plan.week.frame import NOTE, Decision, decisions
from flarepath.plan.week.log import Log
from flarepath.plan.week.one_step import STEPS, Step
from flarepath.plan.week.sessions import Week
from flarepath.plan.words import exercise_name


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the plan; `before` and `after` are doses in words, empty where there is none.

    `decision` is what the person said of it, None while nothing was said. `others` are ids that may take the place of
    `instead`. `is_firm` says that it is no offer: a lock, a place that is hot, what a fact speaks against.
    """

    id: str
    exercise: str
    adjustment: Adjustment
    before: str
    after: str
    instead: str
    reason: str
    review_on: datetime
    because: tuple[str, ...]
    decision: Decision | None
    others: tuple[str, ...] = ()
    is_firm: bool = False


def changes(setting: Setting, planned: Week) -> tuple[Change, ...]:
    """Everything that differs from what was usual; in a flare-up at least one thing (R11).

    Args:
        setting: the moment.
        planned: the week.
    """
    said = decisions(setting.diary)
    swapped = {step.instead.id for step in planned.steps if step.instead}
    added = (step for step in planned.added if step.name not in swapped)
    found = [_change(step, said.get(step.id)) for step in (*planned.steps, *added) if step.adjustment]
    flare = setting.explanation.flare
    if flare is not None and not found:
        found = [_whole(setting, said)]
    return tuple(found)


def _change(step: Step, decision: Decision | None) -> Change:
    later = f" from {step.not_before:%a} {step.not_before.day} {step.not_before:%b}" if step.not_before else ""
    later += f", {step.waits}" if step.waits else ""
    return Change(
        id=step.id,
        exercise=step.name,
        adjustment=step.adjustment or "ease",
        before=step.before.words if step.before else "",
        after=f"{step.after.words}{later}" if step.after else "",
        instead=step.instead.id if step.instead else "",
        reason=step.reason,
        review_on=step.review_on,
        because=step.because,
        decision=decision,
        others=tuple(each.id for each in step.others),
        is_firm=step.rule in FIRM or bool(step.waits),
    )


def _whole(setting: Setting, said: Mapping[str, Decision]) -> Change:
    row, region = STEPS["whole"], setting.explanation.region
    return Change(
        id=f"whole:{region}",
        exercise="",
        adjustment="ease",
        before="as usual",
        after="as usual, nothing raised and nothing new",
        instead="",
        reason=row["reason"].format(place=setting.place),
        review_on=setting.at + timedelta(days=row["review_days"]),
        because=tuple(row["because"]),
        decision=said.get(f"whole:{region}"),
    )


def open_flares(log: Log) -> Iterator[Episode]:
    """Flare-ups of the last weeks that ended without a word on a change of the plan: they stay open (R11).

    Args:
        log: the moment.
    """
    diary = log.setting.diary
    since = log.at - timedelta(days=2 * log.numbers["log_days"])
    for outcome in log.series:
        for flare in episodes(diary, outcome) if outcome.kind == "pain" else ():
            if flare.end is None or flare.onset < since or not flare.confirmed:
                continue
            notes = diary.between(flare.onset, log.at + MOMENT, "note")
            if not any(note.what == NOTE for note in notes):
                yield flare


def named(change: Change) -> str:
    """What a change is about, in words.

    Args:
        change: of a plan.
    """
    return exercise_name(change.exercise).capitalize() if change.exercise else "The whole session"
