"""Priors learnt from many people's answers, for cohorts; one person's own diary never changes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from flarepath.triggers.model import Attribution
from flarepath.triggers.priors import Kind, Priors, shipped


def learned(results: Iterable[Attribution], *, priors: Priors | None = None) -> Priors:
    """The priors after many people: how often each kind, and each single exposure, turned out to drive an outcome.

    Every probability counts as that share of a trigger; what was believed before counts as `learning_cells` answers for
    a kind, and the kind's share as so many for a single exposure, so that few people change little. Outcomes that
    could not be judged teach nothing.

    Args:
        results: one answer a person.
        priors: what was believed before; those shipped by default.

    Example:
        >>> learned([]).kinds["food"].odds == shipped().kinds["food"].odds
        True
    """
    before = priors or shipped()
    sums: dict[str, float] = defaultdict(float)
    cells: dict[str, int] = defaultdict(int)
    for result in results:
        for outcome in result.outcomes:
            if outcome.moments:
                for key, probability in outcome.probabilities.items():
                    sums[key] += probability
                    cells[key] += 1
    kinds = {name: _kind(kind, sums, cells, before) for name, kind in before.kinds.items()}
    odds = {key: _odds(sums[key], cells[key], kinds[key.partition(":")[0]].odds, before) for key in cells}
    return replace(before, kinds=MappingProxyType(kinds), exposure_odds=MappingProxyType(odds))


def _kind(kind: Kind, sums: Mapping[str, float], cells: Mapping[str, int], before: Priors) -> Kind:
    own = [key for key in cells if key.partition(":")[0] == kind.name]
    if not own:
        return kind
    return replace(kind, odds=_odds(sum(sums[k] for k in own), sum(cells[k] for k in own), kind.odds, before))


def _odds(found: float, cells: int, odds: float, before: Priors) -> float:
    """The odds of a share of triggers, drawn towards the odds believed before."""
    held = before.numbers["learning_cells"]
    share = (found + held * odds / (1 + odds)) / (cells + held)
    return share / (1 - share)
