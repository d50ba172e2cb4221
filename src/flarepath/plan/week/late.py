"""Soreness that comes or stays too long after the work: no longer plain soreness, so nothing of it is trained.

Late is 5 points and more at 96 hours, or a rise after 72 hours; it ends at 2.

Source: expert
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from flarepath.body import MUSCLES
from flarepath.plan.heat import Wait, Warmth
from flarepath.plan.setting import Setting
from flarepath.quantities import days_between, hours_between


def late(setting: Setting) -> tuple[Wait, ...]:
    """The places whose soreness is late, each with the level that ends it.

    Args:
        setting: the moment.
    """
    level = setting.numbers["sore_points"]
    sore = (each for each in setting.heat.warmths if each.kind == "soreness" and each.now.points > level)
    return tuple(Wait(each.region, each.side, level, each.now.points) for each in sore if _is_late(each, setting))


def _is_late(warmth: Warmth, setting: Setting) -> bool:
    doses = list(_doses(warmth.region, setting))
    numbers, now = setting.numbers, warmth.now
    before = [time for time in doses if time < now.time]
    if not before:
        return False
    hours = hours_between(before[-1], now.time)
    if hours >= numbers["late_hours"] and now.points >= numbers["late_points"]:
        return True
    at_72 = [t.points for t in warmth.told if 0 < hours_between(before[-1], t.time) <= numbers["amber_soreness_hours"]]
    return bool(at_72) and hours > numbers["amber_soreness_hours"] and now.points >= at_72[-1] + numbers["back_points"]


def _doses(region: str, setting: Setting) -> Iterator[datetime]:
    """When the muscles felt there were worked hard in the last two weeks."""
    for bout in setting.bouts:
        worked = {work.muscle for work in bout.work if work.role != "little" and work.muscle in MUSCLES}
        hard = bout.effort is None or bout.effort >= setting.numbers["hard_effort"]
        recent = days_between(bout.time, setting.at) <= 2 * setting.numbers["sore_days"]
        if bout.kind == "exercise" and hard and recent and any(region in MUSCLES[m].felt_in for m in worked):
            yield bout.time
