"""`find(diary) -> Attribution`: which doings drive which pain, after how long, how sure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from flarepath.course import Outcome
from flarepath.diary import Diary
from flarepath.triggers.abstentions import cannot_vary, too_little, unfair
from flarepath.triggers.beliefs import beliefs, exposure_odds
from flarepath.triggers.cautions import caution, is_never_a_help, not_judged
from flarepath.triggers.counts import counts, ladder, repeats, window
from flarepath.triggers.design import Design, design
from flarepath.triggers.direction import Remaining, forward_share
from flarepath.triggers.doses import Doses, Record, Series
from flarepath.triggers.draws import Draws
from flarepath.triggers.effects import drawn_effects, estimate, lag_curve, peak_hours, pushes
from flarepath.triggers.model import Attributed, Attribution, Exposure, Share, Trigger
from flarepath.triggers.needs import needs
from flarepath.triggers.nuisance import nuisance, reports
from flarepath.triggers.periods import with_periods
from flarepath.triggers.priors import DoseForm, Priors, shipped
from flarepath.triggers.record import record
from flarepath.triggers.refine import refined
from flarepath.triggers.search import Found, Scene, alone, full, independent_draws, instant
from flarepath.triggers.sets import CredibleSet, credible_sets
from flarepath.triggers.single_effects import Beliefs

NOTHING_TO_COMPARE = "Nothing was logged often enough, and differently enough, to compare."
"""Why nothing can be said where no exposure varies beside the check-ins."""

MOST_CELLS = 8_000_000
"""Check-ins times exposures times lag shapes are never more than this at once; each takes two numbers in memory."""

SHAPES_EACH = 30
"""An exposure has about so many lag shapes."""

CHUNK = 20
"""Where there are more, so many exposures are looked at at a time."""

MOMENTS = 60
"""The newest check-ins are split into parts, so many of them."""

UNFAIR_MOST = 0.5
"""No probability is higher where the diary cannot be compared fairly."""

COUNTED = {
    "large": "only amounts above {:g} of your usual one count as a dose",
    "run": "only days that follow another day with it count, the more the longer the run",
}
"""What counts as a dose, where it is not any dose."""

INSTANT_DRAWS = 400
"""So many draws stand for the instant answer."""


@dataclass(frozen=True, slots=True)
class _Case:
    """One outcome on its way to an answer."""

    series: Series
    scene: Scene
    beliefs: Beliefs
    found: Found
    record: Record
    priors: Priors
    quick: bool

    @property
    def design(self) -> Design:
        """The candidates."""
        return self.scene.design


def find(
    diary: Diary, *, quick: bool = False, only: Outcome | None = None, priors: Priors | None = None
) -> Attribution:
    """Which exposures drive which outcomes.

    Args:
        diary: the person's diary; all of it counts.
        quick: the instant answer (a sum of single effects) instead of the sampled one.
        only: one outcome; all of the diary's by default.
        priors: what is believed beforehand; those shipped by default.

    Returns:
        One answer an outcome, in the order of first mention. The same diary gives the same answer.

    Source: susie, george_mcculloch.
    """
    tables = priors or shipped()
    read = record(diary, priors=tables)
    wanted = [series for series in read.series if only in (None, series.outcome)]
    answers: dict[Outcome, Attributed] = {}
    for group in _sharing_times(wanted, read, tables, answers):
        for case in _cases(group, read, tables, quick=quick):
            answers[case.series.outcome] = _attributed(case)
        answers |= {
            series.outcome: _abstained(series, read, tables, NOTHING_TO_COMPARE)
            for series in group
            if series.outcome not in answers
        }
    return Attribution(read.days, tuple(answers[series.outcome] for series in wanted))


def _sharing_times(
    wanted: Sequence[Series], read: Record, priors: Priors, answers: dict[Outcome, Attributed]
) -> Iterator[list[Series]]:
    """Outcomes that can be looked into, those with the same check-in times together; the others are answered here."""
    groups: dict[bytes, list[Series]] = defaultdict(list)
    for series in wanted:
        why = too_little(series, read.days, priors.numbers)
        if not why and all(cannot_vary(each, priors.numbers) for each in read.exposures):
            why = NOTHING_TO_COMPARE
        if why:
            answers[series.outcome] = _abstained(series, read, priors, why)
        else:
            groups[series.hours.tobytes()].append(series)
    yield from groups.values()


def _cases(group: Sequence[Series], read: Record, priors: Priors, *, quick: bool) -> Iterator[_Case]:
    hours = group[0].hours
    judged = _held_in_memory(
        [each for each in read.exposures if not cannot_vary(each, priors.numbers)], group, read, priors
    )
    candidates = design(judged, hours, priors)
    if not candidates.columns.shape[1]:
        return
    usual = nuisance(hours, offset_hours=read.offset_hours, numbers=priors.numbers)
    others = np.hstack([usual, reports(judged, hours, priors.numbers)])
    scene = Scene(candidates, others, priors.numbers["temper"])
    believed = [beliefs(candidates, series.outcome, priors) for series in group]
    points = np.column_stack([series.points for series in group])
    for series, own, found in zip(group, believed, instant(scene, points, believed), strict=True):
        yield _Case(series, scene, own, found, read, priors, quick)


def _held_in_memory(judged: list[Doses], group: Sequence[Series], read: Record, priors: Priors) -> list[Doses]:
    """The exposures whose candidates fit into memory together: all, or those that promise most by themselves."""
    hours = group[0].hours
    most = max(CHUNK, MOST_CELLS // (len(hours) * SHAPES_EACH))
    if len(judged) <= most:
        return judged
    others = nuisance(hours, offset_hours=read.offset_hours, numbers=priors.numbers)
    points = np.column_stack([series.points for series in group])
    promise: list[float] = []
    for start in range(0, len(judged), CHUNK):
        candidates = design(judged[start : start + CHUNK], hours, priors)
        believed = [beliefs(candidates, series.outcome, priors) for series in group]
        promise += alone(Scene(candidates, others, priors.numbers["temper"]), points, believed).tolist()
    kept = set(np.argsort(-np.array(promise), kind="stable")[:most].tolist())
    return [each for place, each in enumerate(judged) if place in kept]


def _abstained(series: Series, read: Record, priors: Priors, why: str) -> Attributed:
    why = with_periods(series, read, priors.numbers) or why
    prior = {each.key: _prior(each, series.outcome, priors) for each in read.exposures}
    return Attributed(series.outcome, len(series.points), (), MappingProxyType(prior), why, (), ())


def _prior(each: Doses, outcome: Outcome, priors: Priors) -> float:
    odds = exposure_odds(each, outcome, priors)
    return odds / (1 + odds)


def _attributed(case: _Case) -> Attributed:
    generator = np.random.default_rng(_seed(case.series))
    draws, unsure = _directed(case, _draws(case, generator), generator)
    found = credible_sets(case.design, draws, case.priors.numbers)
    sets = [each for each in found if not _is_unjudged_help(each, case, draws)]
    series, read = case.series, case.record
    linked = with_periods(series, read, case.priors.numbers)
    nothing = not_judged() if len(sets) < len(found) else linked or _nothing(case, unsure)
    why = unfair(series, read, case.priors.numbers) or ("" if sets else nothing)
    triggers = () if why else tuple(_trigger(each, case, draws, generator) for each in sets)
    probabilities = {each.key: _prior(each, series.outcome, case.priors) for each in read.exposures}
    # Where the diary would mislead, nothing is held for likelier than not.
    most = UNFAIR_MOST if sets and why else 1.0
    scored = zip(case.design.exposures, draws.probabilities, strict=True)
    probabilities |= {each.key: min(float(value), most) for each, value in scored}
    moments, shares = _shares(case, draws, [] if why else sets)
    return Attributed(
        series.outcome, len(series.points), triggers, MappingProxyType(probabilities), why or None, moments, shares
    )


def _is_unjudged_help(chosen: CredibleSet, case: _Case, draws: Draws) -> bool:
    """Whether lower numbers come after a medicine, alcohol or the like: it keeps its probability, and is not named."""
    members = (case.design.exposures[place].key.partition(":")[::2] for place in chosen.members)
    _, coefficients = drawn_effects(chosen.members[0], case.design, draws)
    return bool(coefficients.mean() < 0) and any(is_never_a_help(*each) for each in members)


def _seed(series: Series) -> int:
    return int.from_bytes(sha256(series.hours.tobytes() + series.points.tobytes()).digest()[:8], "big")


def _draws(case: _Case, generator: np.random.Generator) -> Draws:
    if case.quick:
        return independent_draws(case.found, case.series.points, draws=INSTANT_DRAWS, generator=generator)
    return full(case.scene, case.series.points, case.beliefs, case.found, generator=generator)


def _directed(case: _Case, draws: Draws, generator: np.random.Generator) -> tuple[Draws, list[str]]:
    """The draws with what may as well follow the pain taken out, and the names of what was doubted most."""
    probabilities, columns = draws.probabilities.copy(), draws.columns.copy()
    doubted = []
    fitted = case.found.fitted(case.design)
    coefficients = case.found.coefficients(case.design)
    for place in np.flatnonzero(probabilities >= case.priors.numbers["looked_at"]):
        start, end = case.design.starts[place], case.design.starts[place + 1]
        own = case.design.columns[:, start:end] @ coefficients[start:end]
        rest = Remaining(
            case.series.hours,
            case.series.points - fitted + own,
            case.scene.others,
            case.found.noise,
            case.found.variance,
        )
        believed = case.beliefs.of(np.arange(start, end))
        forward = forward_share(case.design.exposures[place], rest, case.priors, believed)
        mine = (columns >= start) & (columns < end)
        columns[mine & (generator.random(columns.shape) > forward)] = -1
        if probabilities[place] >= case.priors.numbers["shown"] > probabilities[place] * forward:
            doubted.append(case.design.exposures[place].key)
        probabilities[place] *= forward
    return replace(draws, probabilities=probabilities, columns=columns), doubted


def _nothing(case: _Case, doubted: Sequence[str]) -> str:
    if doubted:
        name = doubted[0].replace(":", " ").replace("_", " ")
        return f"The pain comes before {name} as much as after it, so which follows which cannot be told."
    return (
        f"Nothing stands out in {len(case.series.points)} check-ins and {case.record.days} days;"
        " small or rare effects may still be there."
    )


def _trigger(chosen: CredibleSet, case: _Case, draws: Draws, generator: np.random.Generator) -> Trigger:
    places, numbers = chosen.members, case.priors.numbers
    members = [case.design.exposures[place] for place in places]
    lead = members[0]
    shapes, coefficients = drawn_effects(places[0], case.design, draws)
    form = _usual_form(shapes, case.priors)
    sign = 1.0 if coefficients.mean() >= 0 else -1.0
    rest = _remaining(case, draws, places[0])
    drawn, sizes = refined(lead, rest, case.priors, form=form, sign=sign, generator=generator)
    unit = case.series.unit
    points = lag_curve(unit * drawn)
    felt = window(points, case.series)
    exposures = tuple(
        Exposure(
            each.key,
            float(draws.probabilities[place]),
            counts(each, case.series, felt, form=form, large_from=numbers["large_from"]),
        )
        for each, place in zip(members, places, strict=True)
    )
    cells = exposures[0].counts
    prior = _prior(lead, case.series.outcome, case.priors)
    careful = caution(tuple(each.key for each in members), case.record.food_caution)
    return Trigger(
        exposures=exposures,
        probability=chosen.probability,
        effect=estimate(unit * sizes),
        per=lead.per,
        peak_hours=peak_hours(points),
        lag_curve=points,
        ladder=ladder(cells, chosen.probability, numbers, lowers=sign < 0),
        needs=careful or needs(members, *repeats(cells, lowers=sign < 0), chosen.probability, prior, numbers),
        dose=COUNTED.get(form, "").format(numbers["large_from"]),
    )


def _usual_form(shapes: NDArray[np.int64], priors: Priors) -> DoseForm:
    """How doses count in most draws."""
    forms = Counter(priors.shapes[shape].dose for shape in shapes)
    form: DoseForm = forms.most_common(1)[0][0]
    return form


def _remaining(case: _Case, draws: Draws, place: int) -> Remaining:
    """The outcome with all triggers but one exposure taken off."""
    others = case.design.exposure[draws.columns] != place
    values = np.where((draws.columns >= 0) & others, draws.coefficients, 0.0)
    mean = np.bincount(draws.columns.ravel() + 1, values.ravel(), len(case.design.exposure) + 1)[1:] / len(values)
    points = draws.points - case.design.columns @ mean
    return Remaining(case.series.hours, points, case.scene.others, case.found.noise, case.found.variance)


def _shares(
    case: _Case, draws: Draws, sets: Sequence[CredibleSet]
) -> tuple[tuple[datetime, ...], tuple[tuple[Share, ...], ...]]:
    """The newest check-ins, each split into baseline, credible sets and what is left; the parts sum to the points."""
    first = max(0, len(case.series.points) - (1 if case.quick else MOMENTS))
    rows = slice(first, None)
    unit = case.series.unit
    drawn = [unit * pushes(each.members, case.design, draws, rows) for each in sets]
    clock = timezone(timedelta(hours=case.record.offset_hours))
    moments = tuple(datetime.fromtimestamp(3600 * hour, UTC).astimezone(clock) for hour in case.series.hours[rows])
    level = unit * _level(case)
    shares = []
    for row in range(len(moments)):
        parts = []
        for each, push in zip(sets, drawn, strict=True):
            keys = tuple(case.design.exposures[place].key for place in each.members)
            value = estimate(push[:, row])
            parts.append(Share("trigger", keys, value.mean, value.low, value.high))
        spread = 1.645 * unit * float(np.sqrt(case.found.variance / 7))
        baseline = Share("baseline", (), level, level - spread, level + spread)
        known = [baseline, *parts]
        total = unit * float(case.series.points[first + row])
        left = total - sum(part.value for part in known)
        doubt = float(np.sqrt(sum(((part.high - part.low) / 2) ** 2 for part in known)))
        shares.append((*known, Share("unexplained", (), left, left - doubt, left + doubt)))
    return moments, tuple(shares)


def _level(case: _Case) -> float:
    """The person's usual level without triggers."""
    rest = case.series.points - case.found.fitted(case.design)
    return float(np.median(rest[-90:]))
