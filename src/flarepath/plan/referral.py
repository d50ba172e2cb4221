"""A paragraph for the professional: what the diary says, in the order in which it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from flarepath.diary import TRAINED, Diary
from flarepath.exercises import bouts
from flarepath.flares import Explanation
from flarepath.plan.words import bout_name, listed, number, region_name
from flarepath.safety import Clearance

WORK_UP: Final = (
    "Often looked at for pain in the whole body: blood count, CRP or ESR, CK, TSH, glucose or HbA1c, creatinine, "
    "calcium, phosphate and ALP, 25-OH vitamin D, B12, ferritin, coeliac serology while eating gluten, urine; RF, "
    "anti-CCP, HLA-B27 and ANA only with features; a review of medicines; sleep apnoea, mood and pregnancy."
)
"""EVIDENCE 3.6, for the clinician to choose from."""

MONTH_DAYS = 28


def summary(clearance: Clearance, explanation: Explanation, *, diary: Diary, work_up: bool = False) -> str:
    """One paragraph to hand over: region, onset, course, what was tried, medicines, safety answers.

    Args:
        clearance: that the gate lets advice through.
        explanation: what the flare part concludes.
        diary: entries up to the moment.
        work_up: whether to add what is often looked at for pain in the whole body.
    """
    parts = [
        *_course(explanation, diary),
        *_tried(explanation, diary),
        *_medicines(explanation.at, diary),
        _answers(clearance, diary),
        *([WORK_UP] if work_up else []),
        "This is a person's own diary, not a finding.",
    ]
    return " ".join(part for part in parts if part)


def _course(explanation: Explanation, diary: Diary) -> Iterator[str]:
    side = f" ({explanation.side})" if explanation.side else ""
    place = f"{region_name(explanation.region) or 'whole body'}{side}".capitalize()
    flare, standing = explanation.flare, explanation.standing
    if flare:
        usual = f"{number(flare.baseline)} of 10 before" if flare.baseline_known else "not known"
        yield (
            f"{place}: {flare.kind} since {_day(diary, flare.onset)}, usual {usual}, "
            f"highest {number(flare.peak_points)}, now {number(flare.now)}."
        )
    elif standing:
        yield f"{place}: {standing.kind} around {number(standing.level)} of 10 since {_day(diary, standing.since)}."
    else:
        yield f"{place}: no flare-up at the moment."


def _tried(explanation: Explanation, diary: Diary) -> Iterator[str]:
    since = explanation.at - timedelta(days=MONTH_DAYS)
    month = Diary.of_entries(diary.between(since, explanation.at + timedelta(seconds=1), *TRAINED))
    recent = bouts(month)
    counts: dict[str, int] = {}
    for bout in recent:
        counts[bout_name(bout)] = counts.get(bout_name(bout), 0) + 1
    if counts:
        often = sorted(counts, key=lambda name: -counts[name])[:5]
        yield f"In the last 28 days: {listed(f'{name} {counts[name]} times' for name in often)}."
    else:
        yield "No training is written down for the last 28 days."
    care = [e.what.replace("_", " ") for e in diary.between(since, explanation.at + timedelta(seconds=1), "care")]
    if care:
        yield f"Care received: {listed(care)}."


def _medicines(at: datetime, diary: Diary) -> Iterator[str]:
    since = at - timedelta(days=MONTH_DAYS)
    taken = [
        e.what.replace("_", " ") for e in diary.between(since, at + timedelta(seconds=1), "medicine", "supplement")
    ]
    yield f"Medicines and supplements written down: {listed(taken) if taken else 'none'}."


def _answers(clearance: Clearance, diary: Diary) -> str:
    positive = [f for f in clearance.findings if f.answer in ("yes", "unsure")]
    said = listed(
        f"{f.id.upper()} {f.answer}{f' on {_day(diary, f.answered_at)}' if f.answered_at else ''}" for f in positive
    )
    return f"Safety questions answered yes or unsure: {said or 'none'}."


def _day(diary: Diary, time: datetime) -> str:
    local = diary.local(time)
    return f"{local.day} {local:%B %Y}"
