"""From check-ins and candidates to probabilities: the instant search and the full one.

Every candidate is first looked at by itself; the exposures that come out best are the shortlist, on which the sum of
single effects and the sampler work. The others keep what they have by themselves beside the triggers found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from flarepath.triggers.design import Design
from flarepath.triggers.doses import Floats
from flarepath.triggers.draws import Draws
from flarepath.triggers.evidence import Whitened, noise_fits, whiten
from flarepath.triggers.floor import FLOOR_POINTS, behind_zeros
from flarepath.triggers.noise import COARSE, GRID, Noise
from flarepath.triggers.sampler import Chain, Model, chain, sample
from flarepath.triggers.single_effects import Beliefs, factors, single_effects

Places = NDArray[np.intp]

Block = tuple[Floats, NDArray[np.int64], Floats]
"""Probabilities, columns and coefficients of some draws."""

INSTANT_EXPOSURES, INSTANT_SHAPES = 10, 6
"""The instant search looks at so many exposures together, each in so many lag shapes: the likeliest by themselves."""

FULL_EXPOSURES, FULL_SHAPES = 14, 16
"""The full search looks at so many."""

MOST_NOISES = 6
"""The full search averages over this many noises, the likeliest."""

FAR_BELOW = 7.0
"""A noise whose log likelihood is further below the best one's does not count."""

WARM_UP, SWEEPS, BLOCK = 200, 1500, 50
"""So many draws are thrown away, and kept, in blocks of so many; between blocks the values behind zeros are drawn."""

ZEROS_SHARE = 0.3
"""Where more of the check-ins are 0, what stands behind the zeros is drawn."""

LEAST_POINTS = 1e-4
"""A mean coefficient below this, in points, adds nothing."""

LIKELY = 0.03
"""Exposures above this instant probability are drawn anew in every sweep."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What outcomes with the same check-in times share: candidates, nuisance columns (T, Q), the likelihood's power."""

    design: Design
    others: Floats
    temper: float

    def whitened(self, noise: Noise, *, scale: float, columns: Places | None = None) -> Whitened:
        """The candidates, or some of them, under one noise.

        Args:
            noise: its form.
            scale: its variance.
            columns: places of candidates; all by default.
        """
        every = self.design.columns
        chosen = every if columns is None else np.ascontiguousarray(every[:, columns])
        return whiten(noise, self.design.hours, chosen, self.others, scale=scale, temper=self.temper)


@dataclass(frozen=True, slots=True)
class Found:
    """The instant answer of one outcome.

    `columns` (C,) are the places of the shortlist's candidates; `alpha`, `size`, `spread` (L, C) its single effects;
    `probabilities` (E,) those of all exposures; `alone` (P,) every candidate's posterior odds by itself; `noise` with
    its `variance` the noise that was found.
    """

    columns: Places
    alpha: Floats
    size: Floats
    spread: Floats
    probabilities: Floats
    alone: Floats
    noise: Noise
    variance: float

    def fitted(self, design: Design) -> Floats:
        """What the triggers add to each check-in (T,), in points.

        Args:
            design: the candidates.
        """
        mean = (self.alpha * self.size).sum(axis=0)
        some = np.flatnonzero(np.abs(mean) > LEAST_POINTS)
        return np.asarray(design.columns[:, self.columns[some]] @ mean[some])

    def coefficients(self, design: Design) -> Floats:
        """The mean coefficient of every candidate (P,), in points.

        Args:
            design: the candidates.
        """
        found = np.zeros(len(design.exposure))
        found[self.columns] = (self.alpha * self.size).sum(axis=0)
        return found


def instant(scene: Scene, points: Floats, beliefs: Sequence[Beliefs]) -> list[Found]:
    """The instant answer for outcomes that share their check-in times.

    The noise is looked at twice: with the whole of each outcome, and with its triggers taken off.

    Args:
        scene: candidates and nuisance.
        points: (T, R) outcomes.
        beliefs: what is believed of the columns, for each outcome.
    """
    noise, _ = _best_noise(COARSE, scene, points)
    noise, variances = _best_noise(noise.neighbours(), scene, points)
    found, whitened = _instant(scene, points, beliefs, noise, variances)
    rest = _rest(scene, points, found)
    again, variances = _best_noise(noise.neighbours(), scene, rest)
    if again != noise:
        found, whitened = _instant(scene, points, beliefs, again, variances)
        rest = _rest(scene, points, found)
    left, weights = whitened.scores(rest)[0], whitened.weights
    return [
        _with_the_rest(scene.design, each, own, left[:, place], weights)
        for place, (each, own) in enumerate(zip(found, beliefs, strict=True))
    ]


def _rest(scene: Scene, points: Floats, found: Sequence[Found]) -> Floats:
    """The outcomes with their triggers taken off, (T, R)."""
    return points - np.column_stack([each.fitted(scene.design) for each in found])


def alone(scene: Scene, points: Floats, beliefs: Sequence[Beliefs]) -> Floats:
    """How much each exposure promises by itself (E,): its largest posterior odds over the outcomes.

    Args:
        scene: candidates and nuisance.
        points: (T, R) outcomes.
        beliefs: what is believed of the columns, for each outcome.
    """
    noise, variances = _best_noise(GRID, scene, points)
    whitened = scene.whitened(noise, scale=float(variances.mean()))
    scores, weights = whitened.scores(points)[0], whitened.weights
    odds = [
        own.odds * factors(scores[:, each] / variances[each], weights / variances[each], *own.sizes)
        for each, own in enumerate(beliefs)
    ]
    return np.asarray(np.max([_by_exposure(scene.design, each) for each in odds], axis=0))


def _best_noise(among: Sequence[Noise], scene: Scene, points: Floats) -> tuple[Noise, Floats]:
    """The noise that fits all outcomes together best, and each one's variance (R,)."""
    scale = float(np.maximum(points.var(axis=0), 1e-2).mean())
    fits = [noise_fits(noise, scene.design.hours, points, scene.others, scale=scale) for noise in among]
    best = int(np.argmax([fit.sum() for fit, _ in fits]))
    return among[best], fits[best][1]


def _instant(
    scene: Scene, points: Floats, beliefs: Sequence[Beliefs], noise: Noise, variances: Floats
) -> tuple[list[Found], Whitened]:
    """The single effects of each outcome under one noise; what is beside them is still open."""
    whitened = scene.whitened(noise, scale=float(variances.mean()))
    scores, squares = whitened.scores(points)
    weights, design = whitened.weights, scene.design
    found = [
        _effects(design, whitened, own, (scores[:, each], squares[each], weights), variances[each])
        for each, own in enumerate(beliefs)
    ]
    return found, whitened


def _effects(
    design: Design, whitened: Whitened, beliefs: Beliefs, felt: tuple[Floats, float, Floats], variance: float
) -> Found:
    """The single effects of one outcome on its shortlist; `felt` are X'y, y'y and the diagonal of X'X."""
    scores, squares, weights = felt
    alone = beliefs.odds * factors(scores / variance, weights / variance, *beliefs.sizes)
    best = np.argsort(-_by_exposure(design, alone), kind="stable")[:INSTANT_EXPOSURES]
    columns = _best_columns(design, best, alone, INSTANT_SHAPES)
    own, gram = beliefs.of(columns), whitened.gram(columns)
    counted = whitened.temper * len(whitened.hours)
    alpha, size, variance = single_effects(
        gram, np.ascontiguousarray(scores[columns]), squares, counted, own.odds, *own.sizes, variance
    )
    spread = 1 / np.sqrt(np.diag(gram) / variance + 1 / (own.spreads**2).max(axis=1))
    nothing = np.zeros(len(design.exposures))
    return Found(
        columns, alpha, size, np.broadcast_to(spread, size.shape), nothing, alone, whitened.noise, float(variance)
    )


def _best_columns(design: Design, exposures: Places, alone: Floats, most: int) -> Places:
    """The columns of the exposures, of each so many at most, the likeliest by themselves."""
    columns = np.flatnonzero(np.isin(design.exposure, exposures))
    order = columns[np.lexsort((-alone[columns], design.exposure[columns]))]
    owner = design.exposure[order]
    rank = np.arange(len(order)) - np.searchsorted(owner, owner)
    return np.sort(order[rank < most]).astype(np.intp)


def _with_the_rest(design: Design, found: Found, beliefs: Beliefs, left: Floats, weights: Floats) -> Found:
    """The probabilities of all exposures: of the shortlist's effects, and of the others beside them."""
    alone = beliefs.odds * factors(left / found.variance, weights / found.variance, *beliefs.sizes)
    odds = _by_exposure(design, alone)
    each = np.stack([np.bincount(design.exposure[found.columns], alpha, len(odds)) for alpha in found.alpha])
    effects = 1 - np.prod(1 - np.minimum(each, 1.0), axis=0)
    probabilities = np.maximum(effects, odds / (1 + odds))
    return replace(found, probabilities=probabilities)


def _by_exposure(design: Design, values: Floats) -> Floats:
    return np.asarray(np.bincount(design.exposure, values, minlength=len(design.exposures)), float)


def full(
    scene: Scene,
    points: Floats,
    beliefs: Beliefs,
    found: Found,
    *,
    generator: np.random.Generator,
) -> Draws:
    """Draws of one outcome's triggers from their joint posterior.

    Args:
        scene: candidates and nuisance.
        points: (T,) the outcome.
        beliefs: what is believed of the columns.
        found: the instant answer, which says where to look.
        generator: of chance.
    """
    design = scene.design
    promise = np.maximum(_by_exposure(design, found.alone), found.probabilities)
    promise[design.exposure[found.columns]] += promise.max()
    chosen = np.sort(np.argsort(-promise, kind="stable")[:FULL_EXPOSURES])
    columns = _best_columns(design, chosen, found.alone, FULL_SHAPES)
    chosen = np.unique(design.exposure[columns])
    own, under = beliefs.of(columns), _likely_noises(scene, points, found, columns)
    model = _model(scene, own, under, found, columns)
    blocks = list(_blocks(scene, points, model, under, columns, chain(found.variance), generator))
    probabilities = found.probabilities.copy()
    probabilities[chosen] = np.mean([block[0] for block in blocks], axis=0)
    drawn = np.concatenate([block[1] for block in blocks])
    coefficients = np.concatenate([block[2] for block in blocks])
    behind = np.mean([block[3] for block in blocks], axis=0)
    return Draws(probabilities, np.where(drawn >= 0, columns[drawn], -1), coefficients, behind)


def _blocks(  # noqa: PLR0913, PLR0917
    scene: Scene,
    points: Floats,
    model: Model,
    under: Sequence[Whitened],
    columns: Places,
    state: Chain,
    generator: np.random.Generator,
) -> Iterator[tuple[Floats, NDArray[np.int64], Floats, Floats]]:
    """The draws in blocks after the warm-up, each with the points it saw; many zeros are drawn anew in between."""
    has_floor = float((points <= FLOOR_POINTS).mean()) > ZEROS_SHARE
    felt = _felt(model, under, points)
    for number in range((WARM_UP + SWEEPS) // BLOCK):
        block = sample(felt, state, BLOCK, generator)
        if number >= WARM_UP // BLOCK:
            yield (*block, points)
        if has_floor:
            mean = _expected(scene, points, under[state.noise[0]], columns, block, state, generator)
            noise, variance = under[state.noise[0]].noise, float(state.variance[0])
            points = behind_zeros(points, scene.design.hours, mean, noise, variance, generator)
            felt = _felt(model, under, points)


def _expected(  # noqa: PLR0913, PLR0917
    scene: Scene,
    points: Floats,
    whitened: Whitened,
    columns: Places,
    block: Block,
    state: Chain,
    generator: np.random.Generator,
) -> Floats:
    """What the last draw expects of each check-in without noise, the nuisance drawn along, (T,)."""
    last, sizes = block[1][-1], block[2][-1]
    acting = last >= 0
    mean = scene.design.columns[:, columns[last[acting]]] @ sizes[acting]
    return np.asarray(mean + scene.others @ whitened.drawn_nuisance(points - mean, float(state.variance[0]), generator))


def _model(scene: Scene, own: Beliefs, under: Sequence[Whitened], found: Found, columns: Places) -> Model:
    """What the sampler draws from, without the check-ins themselves."""
    chosen, firsts = np.unique(scene.design.exposure[columns], return_index=True)
    return Model(
        np.stack([each.gram(np.arange(len(columns))) for each in under]),
        np.zeros((len(under), len(columns))),
        np.zeros(len(under)),
        np.array([-each.logdet for each in under]),
        scene.temper * len(scene.design.hours),
        np.append(firsts, len(columns)),
        np.searchsorted(chosen, scene.design.exposure[columns]),
        own.odds,
        *own.sizes,
        found.probabilities[chosen] > LIKELY,
    )


def _felt(model: Model, under: Sequence[Whitened], points: Floats) -> Model:
    """The model with the check-ins."""
    felt = [each.scores(points[:, None]) for each in under]
    scores, squares = np.stack([each[0][:, 0] for each in felt]), np.array([each[1][0] for each in felt])
    return model._replace(scores=scores, squares=squares)


def _likely_noises(scene: Scene, points: Floats, found: Found, columns: Places) -> list[Whitened]:
    """Some candidates under every noise that fits what the triggers leave."""
    rest, hours = (points - found.fitted(scene.design))[:, None], scene.design.hours
    fits = np.array([noise_fits(noise, hours, rest, scene.others, scale=found.variance)[0][0] for noise in GRID])
    order = np.argsort(-fits, kind="stable")[:MOST_NOISES]
    likely = [GRID[place] for place in order if fits[place] > fits.max() - FAR_BELOW]
    return [scene.whitened(noise, scale=found.variance, columns=columns) for noise in likely]


def independent_draws(found: Found, points: Floats, *, draws: int, generator: np.random.Generator) -> Draws:
    """Draws from the instant answer: each single effect picks its candidate, or none, by itself.

    Args:
        found: the instant answer.
        points: (T,) the outcome.
        draws: how many.
        generator: of chance.
    """
    effects = np.flatnonzero(found.alpha.sum(axis=1) > LIKELY)
    columns = np.full((draws, max(1, len(effects))), -1)
    coefficients = np.zeros(columns.shape)
    for slot, effect in enumerate(effects):
        picked = np.searchsorted(np.cumsum(found.alpha[effect]), generator.random(draws))
        is_on = picked < len(found.columns)
        chosen = np.minimum(picked, len(found.columns) - 1)
        sizes = found.size[effect, chosen] + found.spread[effect, chosen] * generator.standard_normal(draws)
        columns[:, slot] = np.where(is_on, found.columns[chosen], -1)
        coefficients[:, slot] = np.where(is_on, sizes, 0.0)
    return Draws(found.probabilities, columns, coefficients, points)
