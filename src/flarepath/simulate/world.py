"""The world a person is drawn from: every difficulty is a named switch that can be turned off or scaled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

from flarepath.body import REGIONS, nearest
from flarepath.errors import UnknownId

_LIMITS: Final[dict[str, tuple[float, float]]] = {
    "days": (14, 7400),
    "exposures": (1, 400),
    "regions": (1, len(REGIONS)),
    "checkins_a_day": (1, 3),
    "share_missing": (0, 0.9),
    "null_share": (0, 1),
    "shared_triggers": (0, 1),
    "threshold_share": (0, 1),
    "dose_bend": (0, 0.5),
    "bout_floor": (0, 1),
    "repeated_bout": (0, 1),
    "progression": (0, 0.2),
    "session_spread": (0, 1),
    "skip_when_bad": (0, 1),
    "forgotten_share": (0, 0.5),
    "stress_memory": (0, 0.95),
    "daily_links": (0, 1),
    "region_correlation": (0, 0.9),
    "rounding": (0, 2),
    "baseline_least": (0, 10),
    "baseline_most": (0, 10),
}
"""The least and most of a switch; any other number may be 0 or more."""

LARGEST: Final = 1000.0
"""What no other switch may pass."""


_BOOLEANS: Final = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class World:
    """What days, doings and pain are like; the defaults are the hard but fair test bed.

    Counts that happen now and then (`illnesses`, `breaks`, `unlogged_events`, `flare_ups`) are means for 180 days.
    A share is 0-1; an effect, a noise or a trend is in points on the 0-10 scale. 0 turns a difficulty off.

    Args:
        days: how long the diary is.
        exposures: how many different things may be done, eaten or counted.
        regions: how many places may hurt.
        checkins_a_day: 1 evening, 2 morning and evening, 3 noon as well.
        checkin_spread_hours: how far a check-in strays from its hour (standard deviation).
        share_missing: of check-ins.
        missing_on_bad_days: log odds of a missing check-in for one standard deviation more pain.
        null_share: of people whose pain has no trigger at all.
        shared_triggers: chance that a trigger of one region is drawn from those of another.
        anatomy: how many times likelier an exercise is to move a region near its muscles.
        effect_mean: of the bell curve that sizes come from, in points for one typical dose.
        effect_sd: its width, in points.
        effect_least: the smallest planted effect, in points.
        protective: factor on the share of daily values and stretches that protect; the others hurt.
        daily_effect: factor on the sizes of daily values, which act every day.
        threshold_share: of exercises and foods that do nothing up to a usual portion.
        dose_bend: how far the power of the dose may lie from 1.
        repeated_bout: 0 no habituation, 1 each recent bout of an exercise halves the soreness of the next.
        bout_floor: the share of soreness that no habituation takes away.
        sessions: whether exercises come in sessions; else each has days of its own.
        programmes_change: whether the training programme changes every 4-8 weeks.
        breaks: pauses from training of 1-3 weeks.
        progression: growth of the load from session to session.
        session_spread: how much the dose varies, as a share; half within a session, half for the session as a whole.
        skip_when_bad: chance at most that a session is left out because it hurts.
        forgotten_share: of doings that happen and are not written down.
        food_pairs: pairs of foods that come together.
        daily_links: how strongly sleep, stress, screen, sitting and steps hang together.
        stress_memory: correlation of stress with the day before.
        illnesses: hidden; they raise pain and lower training.
        illness_logged: whether they are written down.
        unlogged_events: heavy days that nobody writes down, for each region.
        flare_ups: that come from nowhere, for each region.
        tiny_effects: standard deviation of an effect of everything on everything, in points.
        weekday_effect: standard deviation over the days of the week, in points.
        trend: size of slow drift, in points.
        noise: factor on the slowly varying noise (standard deviation .5-1.3 points, memory 8-72 hours).
        report_noise: factor on the noise of reporting (.3-.6 points).
        region_correlation: of baselines and noise between regions.
        baseline_least: of a region, in points.
        baseline_most: of a region, in points.
        rounding: step of reported points; 0 reports two decimals.

    Raises:
        ValueError: a switch is out of its range.
    """

    days: int = 180
    exposures: int = 40
    regions: int = 3
    checkins_a_day: int = 2
    checkin_spread_hours: float = 0.75
    share_missing: float = 0.2
    missing_on_bad_days: float = 0.5
    null_share: float = 0.2
    shared_triggers: float = 0.2
    anatomy: float = 1.0
    effect_mean: float = 1.2
    effect_sd: float = 0.8
    effect_least: float = 0.4
    protective: float = 1.0
    daily_effect: float = 1.0
    threshold_share: float = 0.0
    dose_bend: float = 0.2
    repeated_bout: float = 1.0
    bout_floor: float = 0.4
    sessions: bool = True
    programmes_change: bool = True
    breaks: float = 2.0
    progression: float = 0.01
    session_spread: float = 0.3
    skip_when_bad: float = 0.5
    forgotten_share: float = 0.03
    food_pairs: int = 3
    daily_links: float = 1.0
    stress_memory: float = 0.7
    illnesses: float = 1.0
    illness_logged: bool = False
    unlogged_events: float = 1.0
    flare_ups: float = 1.0
    tiny_effects: float = 0.0
    weekday_effect: float = 0.15
    trend: float = 0.25
    noise: float = 1.0
    report_noise: float = 1.0
    region_correlation: float = 0.3
    baseline_least: float = 0.5
    baseline_most: float = 4.0
    rounding: float = 1.0

    def __post_init__(self) -> None:
        for field in fields(self):
            self._check(field.name)
        if self.baseline_least > self.baseline_most:
            raise ValueError(f"baseline_least {self.baseline_least} is above baseline_most {self.baseline_most}")

    def _check(self, name: str) -> None:
        value = getattr(self, name)
        least, most = _LIMITS.get(name, (0.0, LARGEST))
        if not least <= value <= most:  # also refuses NaN
            raise ValueError(f"{name} is {value}; it must lie from {least:g} to {most:g}")

    def times(self, often: float) -> float:
        """How often something happens in these days that happens `often` in 180."""
        return often * self.days / 180


def world_of(switches: Mapping[str, str]) -> World:
    """The test bed with some switches set, each given as text.

    Args:
        switches: values by name: numbers, or yes and no.

    Raises:
        UnknownId: no switch of that name.
        ValueError: the text is no such value, or out of range.

    Example:
        >>> world_of({"days": "90", "illness_logged": "yes"}).illness_logged
        True
    """
    return replace(TEST_BED, **{name: _value(name, text) for name, text in switches.items()})  # type: ignore[arg-type]


def _value(name: str, text: str) -> float | bool:
    if name not in SWITCHES:
        raise UnknownId("switch", name, nearest(name, SWITCHES))
    usual: float | bool = getattr(TEST_BED, name)
    try:
        return _BOOLEANS[text.lower()] if isinstance(usual, bool) else type(usual)(text)
    except (KeyError, ValueError):
        wanted = "yes or no" if isinstance(usual, bool) else "a whole number" if isinstance(usual, int) else "a number"
        raise ValueError(f"{name} is {text!r}; it must be {wanted}") from None


TEST_BED: Final = World()
"""The world in which accuracy is measured."""

SWITCHES: Final = tuple(field.name for field in fields(World))
