"""The lead test: does the future predict the past as well as the past the future?

A person who hurts walks less, sleeps worse and trains less; walking then seems to protect. The clock is turned round:
where the doses that come after a check-in explain it as well as those before, the direction cannot be told.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from flarepath.triggers.design import Design, design
from flarepath.triggers.doses import Doses, Floats
from flarepath.triggers.evidence import whiten
from flarepath.triggers.noise import Noise
from flarepath.triggers.nuisance import is_reported
from flarepath.triggers.priors import Priors
from flarepath.triggers.single_effects import Beliefs, log_factor

EITHER_WAY = (0.45, 0.8)
"""Mean size, in points, and spread of what pain may do to later doses; its direction is open."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """One outcome with all triggers but the one in question taken off, under one noise."""

    hours: Floats
    points: Floats
    others: Floats
    noise: Noise
    variance: float


def forward_share(each: Doses, rest: Remaining, priors: Priors, beliefs: Beliefs) -> float:
    """How sure it is that an exposure comes first, 0 to 1, against the outcome coming first.

    Args:
        each: the exposure.
        rest: the outcome without the other triggers.
        priors: the tables.
        beliefs: of the exposure's own columns.
    """
    ahead = design([each], rest.hours, priors)
    after = design([_turned(each)], -rest.hours[::-1], priors)
    forward = _factor(ahead, rest, beliefs.means, beliefs.spreads, beliefs.shares)
    turned = Remaining(-rest.hours[::-1], rest.points[::-1], rest.others[::-1], rest.noise, rest.variance)
    either = np.ones((len(after.exposure), 2)) * EITHER_WAY[0] * [1, -1]
    backward = _factor(after, turned, either, np.full(either.shape, EITHER_WAY[1]), np.full(either.shape, 0.5))
    odds = priors.numbers["reported_reverse_odds" if is_reported(each, rest.hours) else "reverse_odds"]
    return float(1 / (1 + odds * np.exp(np.clip(backward - forward, -50, 50))))


def _turned(each: Doses) -> Doses:
    return Doses(each.key, each.kind, -each.hours[::-1], each.amounts[::-1], each.per, each.sides, each.is_daily)


def _factor(candidates: Design, rest: Remaining, means: Floats, spreads: Floats, shares: Floats) -> float:
    """The log Bayes factor of one exposure with its lag shapes averaged over."""
    whitened = whiten(rest.noise, candidates.hours, candidates.columns, rest.others, scale=rest.variance)
    scores, _ = whitened.scores(rest.points[:, None])
    weights = whitened.weights / rest.variance
    total = -np.inf
    for column in range(len(candidates.shape)):
        score, weight = scores[column, 0] / rest.variance, weights[column]
        for size in range(means.shape[1]):
            share = candidates.weights[column] * shares[column, size]
            if share > 0:
                factor = log_factor(score, weight, means[column, size], spreads[column, size])
                total = np.logaddexp(total, factor + np.log(share))
    return float(total)
