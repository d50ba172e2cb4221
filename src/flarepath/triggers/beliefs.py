"""Beliefs about the columns of one outcome: by kind, by anatomy, by lag shape, by what a cohort has taught."""

from __future__ import annotations

import numpy as np

from flarepath.course import Outcome
from flarepath.diary import FELT
from flarepath.triggers.anatomy import nearness
from flarepath.triggers.design import Design
from flarepath.triggers.doses import Doses, Floats
from flarepath.triggers.priors import Priors
from flarepath.triggers.single_effects import Beliefs


def beliefs(design: Design, outcome: Outcome, priors: Priors) -> Beliefs:
    """What is believed of the columns before the check-ins of one outcome are read.

    Args:
        design: the candidates.
        outcome: what is felt, and where.
        priors: the tables.
    """
    odds = np.array([exposure_odds(each, outcome, priors) for each in design.exposures])
    harm = np.array([_harm_share(each, outcome) for each in design.exposures])
    gains = _gains(design, priors)
    return Beliefs(odds[design.exposure] * design.weights, *_sizes(harm[design.exposure], gains, priors))


def exposure_odds(each: Doses, outcome: Outcome, priors: Priors) -> float:
    """The prior odds that an exposure drives an outcome.

    Args:
        each: the exposure.
        outcome: what is felt, and where.
        priors: the tables.
    """
    taught = priors.exposure_odds.get(each.key, each.kind.odds)
    return taught * nearness(each, outcome, priors.numbers)


def _harm_share(each: Doses, outcome: Outcome) -> float:
    """The share of effects that raise the outcome; energy falls where pain rises, of a test nobody knows which way."""
    if outcome.kind == "energy":
        return 1 - each.kind.harm_share
    return each.kind.harm_share if outcome.kind in FELT or outcome.kind == "energy_swings" else 0.5


def _gains(design: Design, priors: Priors) -> Floats:
    """How much larger a daily value's lasting effect is than that of one day, for each column; 1 for single doses."""
    decays = [shape.hours / 24 if shape.form == "decay" else 0.0 for shape in priors.shapes]
    days = np.array(decays)[design.shape]
    is_daily = np.array([each.is_daily for each in design.exposures], bool)[design.exposure]
    return np.where(is_daily & (days > 0), np.sqrt(1 / (1 - np.exp(-2 / np.maximum(days, 0.1)))), 1.0)


def _sizes(harm: Floats, gains: Floats, priors: Priors) -> tuple[Floats, Floats, Floats]:
    """Means, spreads and shares (P, 4) of effect sizes: large and small ones, harmful and helpful."""
    numbers = priors.numbers
    large, small = numbers["effect_points"], numbers["small_effect_points"]
    wide, narrow = numbers["effect_spread"], numbers["small_effect_spread"]
    few = numbers["small_effect_share"]
    ones = np.ones((len(harm), 4)) / gains[:, None]
    means = ones * np.array([large, small, -large, -small])
    spreads = ones * np.array([wide, narrow, wide, narrow])
    shares = np.column_stack([harm * (1 - few), harm * few, (1 - harm) * (1 - few), (1 - harm) * few])
    return means, spreads, shares
