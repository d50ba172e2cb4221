"""The tactic clocks of this place, and what they ask for."""

from __future__ import annotations

from datetime import datetime

from flarepath.exercises import Exercise, loads
from flarepath.plan.around import medicine_since
from flarepath.plan.clocks import Tactic, TacticClock, tactic_clock
from flarepath.plan.model import Advice
from flarepath.plan.setting import Setting, is_passive
from flarepath.plan.words import advice, muscle_name, number, sentence


def stretching(setting: Setting) -> TacticClock | None:
    """The clock of stretching or pressing this place: of the plan's muscle, else of the most stretched one near it.

    Args:
        setting: the moment.
    """
    passive = [bout for bout in setting.bouts if is_passive(bout)]
    muscles = dict.fromkeys(filter(None, (setting.muscle, *setting.near_muscles)))
    times = {m: [b.time for b in passive if m in {work.muscle for work in b.work}] for m in muscles}
    found = [clock for m, when in times.items() if when and (clock := _clock(setting, m, "stretching", when))]
    own = [clock for clock in found if clock.muscle == setting.muscle]
    return next(iter(own), max(found, key=lambda clock: clock.sessions, default=None))


def strengthening(setting: Setting) -> TacticClock | None:
    """The clock of strengthening the plan's muscle, where it tests weak; else None.

    Args:
        setting: the moment.
    """
    if setting.state(setting.muscle).strength != "weak":
        return None
    times = [bout.time for bout in setting.bouts if loads(bout, setting.muscle)]
    return _clock(setting, setting.muscle, "strengthening", times)


def _clock(setting: Setting, muscle: str, tactic: Tactic, times: list[datetime]) -> TacticClock | None:
    medicine = medicine_since(setting)
    return tactic_clock(
        muscle,
        tactic,
        times,
        series=setting.series,
        at=setting.at,
        medicine_since=medicine[1] if medicine else None,
        numbers=setting.numbers,
    )


def record(clock: TacticClock | None, setting: Setting) -> str:
    """What a clock says in one sentence; empty without one.

    Args:
        clock: of one tactic.
        setting: the moment.
    """
    if clock is None:
        return ""
    few = clock.judgement == "not_fair" and clock.sessions < setting.numbers["tactic_sessions"]
    told = sentence("not_fair" if few else "record", setting, sessions=clock.sessions, days=int(clock.days))
    if setting.explanation.flare is not None:
        return told
    if clock.before is None or clock.now is None:
        return f"{told} {sentence('no_levels', setting)}"
    return f"{told} It was {number(clock.before)} before and is {number(clock.now)} now."


def judged(clock: TacticClock | None, setting: Setting) -> Advice | None:
    """What follows from a clock: go on, too few sessions, keep, or the opposite tactic (R82).

    The opposite of strengthening is stretching, and that is proposed only where the length measured short (R78).

    Args:
        clock: of one tactic.
        setting: the moment.
    """
    if clock is None:
        return None
    if clock.judgement == "switch":
        return _switch(clock, setting)
    left = max(1.0, setting.numbers["tactic_days"] - clock.days)
    days = left if clock.judgement == "too_early" else setting.numbers["week_days"]
    return _said(f"clock_{clock.judgement}", clock, setting, review_hours=24 * days)


def _switch(clock: TacticClock, setting: Setting) -> Advice:
    if clock.tactic == "stretching":
        found = setting.choice(clock.muscle, "short") or setting.choice(clock.muscle)
        return _said("clock_to_strengthen", clock, setting, found=found)
    if setting.state(clock.muscle).length == "short":
        return _said("clock_to_stretch", clock, setting, found=setting.choice(clock.muscle, kind="stretch"))
    return _said("clock_look_elsewhere", clock, setting)


def _said(
    action: str,
    clock: TacticClock,
    setting: Setting,
    *,
    found: Exercise | None = None,
    review_hours: float | None = None,
) -> Advice:
    return advice(
        action,
        setting,
        exercises=(found.id,) if found else (),
        instead_of=clock.tactic if clock.judgement == "switch" else "",
        review_hours=review_hours,
        names=found.name.lower() if found else f"easy work for the {muscle_name(clock.muscle)}",
        record=record(clock, setting),
        tactic=clock.tactic,
        worked=muscle_name(clock.muscle),
    )
