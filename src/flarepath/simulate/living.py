"""Living through the plan: what hurts keeps a person from training, and what is done moves what hurts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp
from typing import Final

import numpy as np
from numpy.typing import NDArray

from flarepath.simulate.calendar import QUARTERS_A_DAY
from flarepath.simulate.doing import NO_SESSION, Doing
from flarepath.simulate.exposures import Exposure
from flarepath.simulate.planting import Response
from flarepath.simulate.setting import Setting
from flarepath.simulate.world import World

Points = NDArray[np.float64]

BAD_POINTS: Final = 2.0
"""The rise at which half of `skip_when_bad` is reached (ours)."""


@dataclass(slots=True)
class _Used:
    """How used a person is to an exercise, in bouts, and when that was."""

    bouts: float = 0.0
    quarter: int = 0

    def fresh_share(self, response: Response, quarter: int, dose: float, world: World) -> float:
        """The share of soreness that this bout still makes: half after one, all of it again after weeks without."""
        days = (quarter - self.quarter) / QUARTERS_A_DAY
        bouts = self.bouts * exp(-days / response.recovery_days)
        self.bouts, self.quarter = bouts + min(1.0, dose), quarter
        return 1 - world.repeated_bout * (1 - max(world.bout_floor, float(0.5**bouts)))


@dataclass(slots=True)
class Life:
    """A person in time: `points` (regions, quarter hours) grows as doings act; `done` holds what was really done."""

    points: Points
    responses: Sequence[Response]
    about: Setting
    done: list[Doing] = field(default_factory=list)

    def live(self, doings: Iterable[Doing], doses: Sequence[float]) -> None:
        """Go through what is planned in the order of time.

        Args:
            doings: sorted by time.
            doses: of each, in typical doses.
        """
        acting = defaultdict(list)
        for response in self.responses:
            acting[response.exposure].append((response, _Used()))
        usual, picks = self.points.mean(axis=1), self.about.chance.of("skips").random(self.about.days.quarters)
        skips = {NO_SESSION: False}
        for doing, dose in zip(doings, doses, strict=True):
            if doing.session not in skips:
                skips[doing.session] = self._skip_share(doing, usual) > picks[doing.quarter]
            if not skips[doing.session]:
                self.done.append(doing)
                for response, used in acting[doing.exposure]:
                    self._act(doing, dose, response, used)

    def _skip_share(self, doing: Doing, usual: Points) -> float:
        """How likely the worst rise of a region keeps the person from this session."""
        rise = float((self.points[:, doing.quarter] - usual).max())
        return self.about.world.skip_when_bad / (1 + exp(2 * (BAD_POINTS - rise)))

    def _act(self, doing: Doing, dose: float, response: Response, used: _Used) -> None:
        points = response.strength(dose)
        if response.recovery_days:
            points *= used.fresh_share(response, doing.quarter, dose, self.about.world)
        row = self.points[response.region, doing.quarter : doing.quarter + len(response.shape.values)]
        row += points * response.shape.values[: len(row)]


def doses(doings: Sequence[Doing], exposures: Sequence[Exposure]) -> list[float]:
    """Each doing in typical doses: of the median; of a daily value, standard deviations from the usual.

    Args:
        doings: all that are planned.
        exposures: the person's.
    """
    amounts = defaultdict(list)
    for doing in doings:
        amounts[doing.exposure].append(doing.amount)
    scales = {place: _scale(amounts[place], daily=exposures[place].habit == "daily") for place in amounts}
    return [(doing.amount - scales[doing.exposure][0]) / scales[doing.exposure][1] for doing in doings]


def _scale(amounts: Sequence[float], *, daily: bool) -> tuple[float, float]:
    """What to take off an amount, and what to divide it by."""
    if not daily:
        return 0.0, float(np.median(amounts))
    return float(np.median(amounts)), float(np.std(amounts)) or 1.0
