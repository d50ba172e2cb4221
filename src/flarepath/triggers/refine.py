"""A closer look at one trigger: its lag shape and size on a fine grid, with everything else taken off.

The dictionary of lag shapes is coarse; a peak that falls between two check-ins may be higher than any of its shapes
says. Here every peak time and sharpness that fits the data is averaged over, so that the interval of the effect holds
that doubt too.
"""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np

from flarepath.triggers.curves import DOSE_FORMS, STEP_HOURS, counted_doses, curve_table, responses
from flarepath.triggers.design import Curves
from flarepath.triggers.direction import Remaining
from flarepath.triggers.doses import Doses, Floats
from flarepath.triggers.evidence import whiten
from flarepath.triggers.priors import DoseForm, Group, Priors, Shape
from flarepath.triggers.single_effects import log_factor

AFTER_TRAINING = (1, 2, 3.5, 6, 10, 16, 22, 27, 33, 40, 48, 58, 70)

PEAKS_HOURS: dict[Group, tuple[float, ...]] = {
    "training": AFTER_TRAINING,
    "mechanism": AFTER_TRAINING,
    "eased": (1, 2, 3.5, 5.5, 8, 12, 18, 26, 36, 50),
    "food": (1.5, 2.5, 4, 6, 8.5, 11.5, 15, 19, 24, 30, 38, 48, 60),
    "daily": (1, 2, 3.5, 5.5, 8, 11, 14, 18, 24, 34),
}
"""Where a peak may lie, for each group of kinds."""

SHARPNESSES = (2.5, 5.0, 10.0, 20.0)
"""How narrow a bump may be (the order of its gamma curve)."""

DECAYS_HOURS = (3.0, 8.0, 20.0, 40.0, 80.0, 150.0)
"""Time constants of effects that begin at once."""

TIRING = frozenset({"training", "mechanism"})
"""Groups of kinds whose late soreness repetition may weaken."""

FRESH_FROM_HOURS = 18.0
"""Soreness that repetition weakens does not peak sooner."""

TIRELESS_SHARE = 0.1
"""How likely late soreness is that repetition does not weaken, against one that it does."""

REPEAT_DOUBT = 0.2
"""How far the fresh effect may be off because nobody knows how much repetition weakens it (log standard deviation)."""

SIZES = ((1.2, 0.9), (0.45, 0.3))
"""Mean and spread of effect sizes that are thought possible, in points."""

DRAWS = 400
"""So many draws stand for what is known of the effect."""


@cache
def fine_shapes(group: Group, form: DoseForm) -> tuple[Shape, ...]:
    """Every lag shape that is looked at closely.

    Args:
        group: of kinds, such as `food`.
        form: how doses count; where repetition may weaken them (fresh) or not (plain), both are looked at.
    """
    counted = form if form in ("large", "run") else "plain"
    decays = [_shape("decay", hours, 1.0, counted) for hours in DECAYS_HOURS]
    bumps = [_shape("bump", *each, counted) for each in product(PEAKS_HOURS[group], SHARPNESSES)]
    late = [hours for hours in PEAKS_HOURS[group] if hours >= FRESH_FROM_HOURS]
    may_tire = group in TIRING and counted == "plain"
    fresh = [_shape("bump", *each, "fresh") for each in product(late if may_tire else (), SHARPNESSES)]
    return (*decays, *bumps, *fresh)


def _shape(form: str, hours: float, sharpness: float, dose: str) -> Shape:
    return Shape(f"{form}_{hours:g}_{sharpness:g}_{dose}", form, hours, sharpness, dose, {}, "ours")  # type: ignore[arg-type]


@cache
def _curves(group: Group, form: DoseForm, memory_days: float) -> Curves:
    shapes = fine_shapes(group, form)
    forms = np.array([DOSE_FORMS.index(shape.dose) for shape in shapes])
    table = curve_table(shapes, memory_days=memory_days)
    late = np.array([shape.dose == "plain" and shape.hours >= FRESH_FROM_HOURS for shape in shapes])
    unlikely = late & (group == "training") & np.array([shape.form == "bump" for shape in shapes])
    return Curves(np.arange(len(shapes)), forms, table, np.where(unlikely, TIRELESS_SHARE, 1.0))


def refined(
    each: Doses, rest: Remaining, priors: Priors, *, form: DoseForm, sign: float, generator: np.random.Generator
) -> tuple[Floats, Floats]:
    """Draws of the response to one typical dose: (N, L) points at every STEP_HOURS after it, and their peaks (N,).

    Args:
        each: the exposure.
        rest: the outcome without the other triggers.
        priors: the tables.
        form: how doses count in most draws.
        sign: 1 where the effect raises the outcome, -1 where it lowers it.
        generator: of chance.
    """
    fine = _curves(each.kind.group, form, priors.numbers["memory_days"])
    columns = np.zeros((len(rest.hours), len(fine.places)))
    responses(rest.hours, each.hours, counted_doses(each, priors.numbers), fine.forms, fine.table, columns)
    whitened = whiten(rest.noise, rest.hours, columns, rest.others, scale=rest.variance)
    weights = whitened.weights / rest.variance
    scores = whitened.scores(rest.points[:, None])[0][:, 0] / rest.variance
    powers, means, spreads = _posterior(weights, scores, fine.weights, sign)
    picked = generator.choice(powers.size, DRAWS, p=powers)
    inflated = spreads[picked] * priors.numbers["effect_inflation"]
    sizes = priors.numbers["effect_dilution"] * (means[picked] + inflated * generator.standard_normal(DRAWS))
    is_fresh = fine.forms[picked % len(weights)] == DOSE_FORMS.index("fresh")
    sizes *= np.where(is_fresh, np.exp(REPEAT_DOUBT * generator.standard_normal(DRAWS)), 1.0)
    return fine.table[:, picked % len(weights)].T * sizes[:, None], sizes


def _posterior(weights: Floats, scores: Floats, shares: Floats, sign: float) -> tuple[Floats, Floats, Floats]:
    """For every size and shape, flat: its probability, mean coefficient and standard deviation."""
    factors, means, spreads = [], [], []
    for mean, spread in SIZES:
        factors.append([log_factor(s, w, sign * mean, spread) for s, w in zip(scores, weights, strict=True)])
        precision = weights + 1 / spread**2
        means.append((scores + sign * mean / spread**2) / precision)
        spreads.append(1 / np.sqrt(precision))
    powers = (shares * np.exp(np.array(factors) - np.max(factors))).ravel()
    return powers / powers.sum(), np.concatenate(means), np.concatenate(spreads)


def at_hours(drawn: Floats, hours: Floats) -> Floats:
    """Drawn responses at some hours after the dose, (N, H).

    Args:
        drawn: (N, L) responses on the grid.
        hours: (H,).
    """
    return drawn[:, np.minimum((hours / STEP_HOURS).astype(int), drawn.shape[1] - 1)]
