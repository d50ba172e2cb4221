"""Range that is lost over weeks: nothing new begins where a joint moves less and less, whatever hurts.

A test of length counts as lost where the newest result is a quarter and 20 degrees below the best of the twelve weeks
before it, on the same side, and the one before it was lower already.

Source: expert
"""

from __future__ import annotations

from datetime import timedelta

from flarepath.exercises import TESTS, Measure
from flarepath.plan.reach import tested
from flarepath.plan.setting import Setting


def shrinking(setting: Setting) -> frozenset[str]:
    """The places that a test shows moving less and less.

    Args:
        setting: the moment.
    """
    own: dict[tuple[str, str], list[Measure]] = {}
    since = setting.at - timedelta(days=setting.numbers["test_locked_days"])
    for measure in setting.measures:
        test = TESTS.get(measure.test)
        if measure.time >= since and test and test.about == "length" and test.muscle and not measure.is_change:
            own.setdefault((measure.test, measure.side), []).append(measure)
    lost = (name for (name, _), measures in own.items() if _is_lost(name, measures, setting))
    return frozenset(place for name in lost for place in tested(TESTS[name]))


def _is_lost(name: str, measures: list[Measure], setting: Setting) -> bool:
    sign = 1 if TESTS[name].more == "higher" else -1
    values = [sign * each.value for each in measures if each.value is not None and each.unit == TESTS[name].unit]
    if len(values) < 3:  # noqa: PLR2004 - two results may be one bad day
        return False
    best, before, now = max(values[:-1]), values[-2], values[-1]
    enough = max(setting.numbers["shrunk_degrees"], setting.numbers["shrunk_share"] * abs(best))
    return best - now >= enough and before < best
