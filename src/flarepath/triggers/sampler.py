"""The full answer: which exposures are triggers, in which lag shape, drawn from their joint posterior.

A collapsed spike-and-slab Gibbs sampler: each exposure is off, or on in one lag shape with one size of effect; the
coefficients are integrated out while an exposure's state is drawn. The noise's form and variance are drawn along. A
second kind of move puts one trigger in another's place, so that exposures that go together change places freely.
Source: George & McCulloch 1993, 1997 (george_mcculloch).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from flarepath.triggers.doses import Floats
from flarepath.triggers.noise import LEAST_VARIANCE
from flarepath.triggers.single_effects import log_factor

MOST_ACTIVE = 12
"""No draw holds more triggers than this."""

RARELY = 4
"""Unlikely exposures, and the noise, are drawn anew in every so many-th sweep."""

MOST_POWER = 600.0
"""Log Bayes factors above this are cut, so that their power stays finite."""

Ints = NDArray[np.int64]


class Model(NamedTuple):
    """What is drawn from: V noises, P columns of E exposures, S effect sizes.

    `grams` (V, P, P), `scores` (V, P), `squares` (V,): X'X, X'y, y'y under each noise; `noise_fits` (V,) the log prior
    of each noise less half the log determinant of its covariance; `checkins` times the power of the likelihood.
    `starts` (E + 1,): where each exposure's columns begin; `owner` (P,) the exposure of each. `odds` (P,), `means`,
    `spreads`, `shares` (P, S): the beliefs. `is_likely` (E,): exposures to look at in every sweep.
    """

    grams: Floats
    scores: Floats
    squares: Floats
    noise_fits: Floats
    checkins: float
    starts: Ints
    owner: Ints
    odds: Floats
    means: Floats
    spreads: Floats
    shares: Floats
    is_likely: NDArray[np.bool_]


class Chain(NamedTuple):
    """Where the sampler stands: `columns` and `sizes` of the triggers, `held` (1,) how many there are.

    `noise` (1,) is the place of the noise's form, `variance` (1,) its variance. Sampling writes into them.
    """

    columns: Ints
    sizes: Ints
    held: Ints
    noise: Ints
    variance: Floats


def chain(variance: float) -> Chain:
    """A sampler that has not begun: no trigger, the first noise.

    Args:
        variance: where the noise's variance starts.
    """
    one = np.zeros(1, np.int64)
    return Chain(
        np.full(MOST_ACTIVE + 1, -1), np.zeros(MOST_ACTIVE + 1, np.int64), one, one.copy(), np.array([variance])
    )


def sample(model: Model, state: Chain, sweeps: int, generator: np.random.Generator) -> tuple[Floats, Ints, Floats]:
    """Draw triggers and effects, going on from where a chain stands.

    Args:
        model: what is drawn from.
        state: where the chain stands; it moves on.
        sweeps: how many draws; at least RARELY.
        generator: of chance.

    Returns:
        Probabilities (E,); the columns (N, MOST_ACTIVE) of each draw, -1 where there is none; their coefficients.
    """
    probabilities, columns, coefficients = _sweeps(model, state, sweeps, generator)
    return probabilities, columns, coefficients


@njit(cache=True)
def _sweeps(model, state, sweeps, generator):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    exposures = len(model.starts) - 1
    found, visits = np.zeros(exposures), np.zeros(exposures)
    drawn, coefficients = np.full((sweeps, MOST_ACTIVE), -1), np.zeros((sweeps, MOST_ACTIVE))
    powers = np.zeros(len(model.owner) * model.means.shape[1])
    for sweep in range(sweeps):
        noise, variance = state.noise[0], state.variance[0]
        for exposure in range(exposures):
            if not model.is_likely[exposure] and (sweep + exposure) % RARELY:
                continue
            found[exposure] += _redraw(model, state, noise, variance, exposure, powers, generator)
            visits[exposure] += 1
        if state.held[0] and sweep % 2:
            _move(model, state, noise, variance, powers, generator)
        values, rest = _values(model, state, noise, variance, generator)
        drawn_variance = 0.5 * max(rest, 0.0) / generator.standard_gamma(0.5 * model.checkins)
        state.variance[0] = max(drawn_variance, LEAST_VARIANCE)
        if sweep % RARELY == 0:
            state.noise[0] = _noise(model, state, state.variance[0], generator)
        for row in range(state.held[0]):
            drawn[sweep, row], coefficients[sweep, row] = state.columns[row], values[row]
    return found / np.maximum(visits, 1.0), drawn, coefficients


@njit(cache=True)
def _posterior(model, state, noise, variance):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Covariance and mean of the triggers' coefficients, and their log marginal likelihood against none."""
    count = state.held[0]
    precision, pull = np.empty((count, count)), np.empty(count)
    whole = 0.0
    for row in range(count):
        column, size = state.columns[row], state.sizes[row]
        mean, spread = model.means[column, size], model.spreads[column, size]
        pull[row] = model.scores[noise, column] / variance + mean / (spread * spread)
        whole -= 0.5 * mean * mean / (spread * spread) + np.log(spread)
        for other in range(count):
            precision[row, other] = model.grams[noise, column, state.columns[other]] / variance
        precision[row, row] += 1.0 / (spread * spread)
    if count == 0:
        return precision, pull, whole
    lower = np.linalg.cholesky(precision)
    inverse = np.linalg.inv(lower)
    covariance = inverse.T @ inverse
    mean_now = covariance @ pull
    whole += 0.5 * pull @ mean_now
    for row in range(count):
        whole -= np.log(lower[row, row])
    return covariance, mean_now, whole


@njit(cache=True, fastmath=True)
def _powers(model, state, noise, variance, column, posterior, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Prior odds times Bayes factor of a column in each size, the triggers averaged out; writes `out` (S,)."""
    covariance, mean = posterior
    weight = model.grams[noise, column, column] / variance
    score = model.scores[noise, column] / variance
    for row in range(state.held[0]):
        link = model.grams[noise, column, state.columns[row]] / variance
        score -= link * mean[row]
        for other in range(state.held[0]):
            weight -= link * covariance[row, other] * model.grams[noise, column, state.columns[other]] / variance
    weight = max(weight, 0.0)
    for size in range(model.means.shape[1]):
        factor = log_factor(score, weight, model.means[column, size], model.spreads[column, size])
        out[size] = model.odds[column] * model.shares[column, size] * np.exp(min(factor, MOST_POWER))


@njit(cache=True)
def _redraw(model, state, noise, variance, exposure, powers, generator):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    """Draw one exposure's state anew; returns its probability of being a trigger, given all others."""
    for place in range(state.held[0]):
        if model.owner[state.columns[place]] == exposure:
            _take_out(state, place)
            break
    if state.held[0] >= MOST_ACTIVE:
        return 0.0
    covariance, mean, _ = _posterior(model, state, noise, variance)
    sizes, start, end = model.means.shape[1], model.starts[exposure], model.starts[exposure + 1]
    total = 1.0
    for column in range(start, end):
        own = powers[(column - start) * sizes : (column - start + 1) * sizes]
        _powers(model, state, noise, variance, column, (covariance, mean), own)
        total += own.sum()
    draw = generator.random() * total
    if draw > 1.0:
        chosen = _pick(powers[: (end - start) * sizes], draw - 1.0)
        _put_in(state, start + chosen // sizes, chosen % sizes)
    return 1.0 - 1.0 / total


@njit(cache=True)
def _move(model, state, noise, variance, powers, generator):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Take one trigger out and draw what stands in its place among everything that is not a trigger yet."""
    _take_out(state, int(generator.random() * state.held[0]))
    covariance, mean, _ = _posterior(model, state, noise, variance)
    sizes = model.means.shape[1]
    for column in range(len(model.owner)):
        own = powers[column * sizes : (column + 1) * sizes]
        own[:] = 0.0
        taken = False
        for place in range(state.held[0]):
            taken = taken or model.owner[state.columns[place]] == model.owner[column]
        if not taken:
            _powers(model, state, noise, variance, column, (covariance, mean), own)
    chosen = _pick(powers, generator.random() * powers.sum())
    _put_in(state, chosen // sizes, chosen % sizes)


@njit(cache=True)
def _values(model, state, noise, variance, generator):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Draw the coefficients; returns them and the squares that are left."""
    covariance, mean, _ = _posterior(model, state, noise, variance)
    count = state.held[0]
    values = mean
    if count:
        values = mean + np.linalg.cholesky(covariance) @ generator.normal(0.0, 1.0, count)
    rest = model.squares[noise]
    for row in range(count):
        rest -= 2 * values[row] * model.scores[noise, state.columns[row]]
        for other in range(count):
            rest += values[row] * values[other] * model.grams[noise, state.columns[row], state.columns[other]]
    return values, rest


@njit(cache=True)
def _noise(model, state, variance, generator):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Draw the noise's form, the coefficients averaged out."""
    fits = np.empty(len(model.squares))
    for each in range(len(fits)):
        _, _, whole = _posterior(model, state, each, variance)
        fits[each] = model.noise_fits[each] + whole - 0.5 * model.squares[each] / variance
    powers = np.exp(fits - fits.max())
    return _pick(powers, generator.random() * powers.sum())


@njit(cache=True)
def _take_out(state, slot):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    state.held[0] -= 1
    for place in range(slot, state.held[0]):
        state.columns[place], state.sizes[place] = state.columns[place + 1], state.sizes[place + 1]


@njit(cache=True)
def _put_in(state, column, size):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    state.columns[state.held[0]], state.sizes[state.held[0]] = column, size
    state.held[0] += 1


@njit(cache=True)
def _pick(powers, goal):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """The first place at which the running sum of the powers reaches the goal."""
    so_far = 0.0
    for place in range(len(powers)):
        so_far += powers[place]
        if so_far >= goal:
            return place
    return len(powers) - 1
