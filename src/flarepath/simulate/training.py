"""Training: programmes of sessions that change, break off and progress, written in detail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from flarepath.exercises import EXERCISES
from flarepath.simulate.calendar import QUARTERS_AN_HOUR
from flarepath.simulate.doing import Detail, Doing
from flarepath.simulate.illness import moments
from flarepath.simulate.setting import Setting

WEIGHTS: Final = frozenset({"dumbbell", "barbell", "kettlebell", "machine", "wheel"})
SESSION_SIZE: Final = (4, 8)
PROGRAMME_WEEKS: Final = (4, 8)
KEPT_SHARE: Final = 0.7
"""The chance that an exercise stays when the programme changes (ours)."""

PRESENT_SHARE: Final = 0.95
"""The chance that an exercise of the session is done that day (ours)."""

BREAK_DAYS: Final = (7, 21)
ILL_SKIPS: Final = 0.9
"""The chance that the illest day keeps the person from training (ours)."""

TRAINING_DAYS: Final = (3, 5)
"""The least and most weekdays with a session (ours)."""

TRAINING_HOURS: Final = (7.0, 19.0)
START_SHARE: Final = 0.95
"""What a new programme begins with, as a share of the usual load (ours)."""

GROWTH_MOST: Final = 2.0
"""No programme takes a load further than this (ours)."""

AN_EXERCISE_FITS: Final = 3
"""How many exercises of a session are done in a quarter hour (ours)."""

INTO_EFFORT: Final = 0.3
"""The share of a dose's spread that goes into effort, not into repetitions (ours)."""

LOADS_KG: Final = (6.0, 60.0)
ALONE: Final = ("homework", "endurance", "stretch")
ALONE_HOURS: Final = (7.0, 21.0)
OFTEN_ALONE: Final = (0.15, 0.6)
"""The least and most chance, on one day, of what is done by itself (ours)."""

MINUTES: Final = {"endurance": (20.0, 50.0), "stretch": (2.0, 6.0)}
"""How long the usual one takes (ours)."""

USUAL_EFFORT: Final = 5.0
"""The effort at which a dose counts once (PRODUCT)."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a person does one exercise: sets, repetitions or seconds, load, effort; a load of 0 is none."""

    sets: int
    amount: float
    held: bool
    load_kg: float
    effort: float


def training(about: Setting) -> list[Doing]:
    """Every session that is planned, as doings; what hurts may still keep the person from one.

    Args:
        about: the person.
    """
    together = about.world.sessions
    doings = list(_programmes(about)) if together else []
    for place, exposure in enumerate(about.things):
        if exposure.habit in ALONE or (exposure.habit == "programme" and not together):
            doings += _alone(about, place)
    off = _days_off(about)
    return _numbered([doing for doing in doings if not off[about.days.day(doing.quarter)]])


def _numbered(doings: Sequence[Doing]) -> list[Doing]:
    """Doings that follow each other within an hour are one session."""
    session, last, numbered = 0, 0, list[Doing]()
    for doing in sorted(doings, key=lambda doing: doing.quarter):
        session += doing.quarter - last > QUARTERS_AN_HOUR
        last = doing.quarter
        numbered.append(replace(doing, session=session))
    return numbered


def _days_off(about: Setting) -> NDArray[np.bool_]:
    """The days without training: pauses, and most days of an illness; shape days."""
    days, draw = about.days.days, about.chance.of("breaks")
    off = about.chance.of("ill days off").random(days) < ILL_SKIPS * about.ill.severity
    for first in moments(about.world.times(about.world.breaks), days, draw):
        off[first : first + int(draw.integers(*BREAK_DAYS, endpoint=True))] = True
    return np.asarray(off)


def _programmes(about: Setting) -> Iterator[Doing]:
    """One programme after the other, on the person's training days."""
    pool = [place for place, exposure in enumerate(about.things) if exposure.habit == "programme"]
    if not pool:
        return
    draw, days = about.chance.of("programmes"), about.days
    weekdays = draw.permutation(7)[: draw.integers(*TRAINING_DAYS, endpoint=True)]
    hour = float(draw.uniform(*TRAINING_HOURS))
    forms = {place: _form(about, place) for place in pool}
    workouts, first = _workouts(pool, draw), 0
    while first < days.days:
        weeks = int(draw.integers(*PROGRAMME_WEEKS, endpoint=True)) if about.world.programmes_change else days.days
        end = min(days.days, first + 7 * weeks)
        training_days = [day for day in range(first, end) if days.weekday(day) in weekdays]
        for nth, day in enumerate(training_days):
            group = workouts[nth % len(workouts)]
            growth = min(GROWTH_MOST, START_SHARE * (1 + about.world.progression) ** nth)
            yield from _session(about, {place: forms[place] for place in group}, day=day, hour=hour, growth=growth)
        workouts, first = _changed(workouts, pool, draw), end


def _workouts(pool: Sequence[int], draw: Generator) -> list[list[int]]:
    """One to three sessions of four to eight exercises that take turns; some exercises wait for the next programme.

    Who knows very many exercises has more sessions, so that at least about half of them are done.
    """
    order, groups = draw.permutation(pool).tolist(), list[list[int]]()
    for _ in range(max(int(draw.integers(1, 4)), len(pool) // sum(SESSION_SIZE))):
        size = int(draw.integers(*SESSION_SIZE, endpoint=True))
        group, order = order[:size], order[size:]
        if len(group) >= SESSION_SIZE[0] or not groups:
            groups.append(group)
    return groups


def _changed(workouts: Sequence[Sequence[int]], pool: Sequence[int], draw: Generator) -> list[list[int]]:
    """The next programme: some exercises make room for those that waited."""
    waiting = [place for place in draw.permutation(pool).tolist() if all(place not in group for group in workouts)]
    groups = list[list[int]]()
    for group in workouts:
        leaves = [draw.random() > KEPT_SHARE for _ in group]
        swaps = zip(group, leaves, strict=True)
        groups.append([waiting.pop() if leaving and waiting else place for place, leaving in swaps])
    return groups


def _form(about: Setting, place: int) -> Form:
    known, draw = EXERCISES.get(about.things[place].what), about.chance.of("form", place)
    held = bool(known and "hold" in known.first_dose)
    weighted = known is None or bool(WEIGHTS & set(known.equipment))
    return Form(
        sets=int(draw.integers(2, 4, endpoint=True)),
        amount=float(draw.integers(20, 50) if held else draw.integers(8, 15, endpoint=True)),
        held=held,
        load_kg=float(np.exp(draw.uniform(*np.log(LOADS_KG)))) if weighted else 0.0,
        effort=float(draw.uniform(5, 8)),
    )


def _session(about: Setting, forms: Mapping[int, Form], *, day: int, hour: float, growth: float) -> Iterator[Doing]:
    """One session: its exercises go up and down together, and each a little by itself."""
    draw, spread = about.chance.of("session", day), about.world.session_spread / np.sqrt(2)
    together, start = draw.normal(0, spread), about.days.quarter(day, hour)
    for nth, (place, form) in enumerate(forms.items()):
        more, present = together + draw.normal(0, spread), draw.random()
        if present < PRESENT_SHARE:
            yield _done(place, form, quarter=start + nth // AN_EXERCISE_FITS, growth=growth, more=float(more))


def _done(place: int, form: Form, *, quarter: int, growth: float, more: float) -> Doing:
    """One exercise as written: what varies goes mostly into repetitions, the rest into effort."""
    amount = max(1.0, round(form.amount * np.exp((1 - INTO_EFFORT) * more)))
    load = round(2 * form.load_kg * growth) / 2
    effort = float(np.clip(round(2 * form.effort * np.exp(INTO_EFFORT * more)) / 2, 1, 10))
    detail: Detail = (("sets", str(form.sets)), ("seconds" if form.held else "reps", f"{amount:g}"))
    detail += ((("load_kg", f"{load:g}"),) if load else ()) + (("effort", f"{effort:g}"),)
    return Doing(place, quarter, form.sets * amount * (load or 1.0) * effort / USUAL_EFFORT, detail=detail)


def _alone(about: Setting, place: int) -> Iterator[Doing]:
    """What is done on days of its own: homework, running, a stretch in the evening."""
    draw, habit = about.chance.of("alone", place), about.things[place].habit
    often, hour, form = draw.uniform(*OFTEN_ALONE), float(draw.uniform(*ALONE_HOURS)), _form(about, place)
    usual = draw.uniform(*MINUTES.get(habit, (1.0, 1.0)))
    picks, more = draw.random(about.days.days), draw.normal(0, about.world.session_spread, size=about.days.days)
    for day in np.flatnonzero(picks < often).tolist():
        at, minutes = about.days.quarter(day, hour), float(max(1, round(usual * np.exp(more[day]))))
        if habit in MINUTES:
            yield Doing(place, at, minutes, value=minutes, unit="min")
        else:
            yield _done(place, form, quarter=at, growth=1.0, more=float(more[day]))
