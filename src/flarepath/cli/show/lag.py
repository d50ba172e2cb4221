"""A lag curve as one line of blocks, with the hours under it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import count
from typing import Final

from rich.console import Group
from rich.text import Text

from flarepath.cli.show.strokes import skyline

STEPS: Final = (1, 2, 3, 6, 12, 24, 48, 72, 168, 336)
"""Hours between two labels."""

MOST_STEPS: Final = 5
FAINT: Final = 0.05
"""What is left of a curve below this share of its peak is not drawn."""

Curve = Sequence[tuple[float, float]]


def sparkline(curve: Curve, *, cells: int) -> Group:
    """The curve from nought hours to where it fades; a curve that lowers is drawn by how far it does.

    Args:
        curve: hours after a dose and points, in order of the hours.
        cells: the width of the drawing.

    Example:
        >>> for line in sparkline([(0, 0), (24, 2), (48, 0)], cells=17).renderables:
        ...     print(line.plain)
        ▁▂▃▄▅▅▆▇█▇▆▅▅▄▃▂▁
        0 h 12  24  36  48
    """
    most = max((abs(points) for _, points in curve), default=0.0)
    peak = next((points for _, points in curve if abs(points) == most), 0.0)
    way = -1 if peak < 0 else 1
    step, span = ticks(visible_hours(curve))
    drawn = [way * points_at(curve, span * cell / (cells - 1)) for cell in range(cells)]
    return Group(skyline(drawn, most=most or 1.0), Text(labels(step, span, cells=cells), "quiet"))


def ticks(last: float) -> tuple[int, int]:
    """Hours between two labels, and the last label.

    Args:
        last: up to where something is to be seen, in hours.

    Example:
        >>> ticks(71.0)
        (24, 72)
    """
    step = next((step for step in STEPS if step * (MOST_STEPS - 1) >= last), STEPS[-1])
    return step, next(step * times for times in count(1) if step * times >= last)


def visible_hours(curve: Curve) -> float:
    """The hours at which a curve has faded.

    Args:
        curve: hours and points.

    Example:
        >>> visible_hours([(0, 0), (24, 2), (48, 0), (72, 0)])
        48
    """
    most = max((abs(points) for _, points in curve), default=0.0)
    seen = [place for place, (_, points) in enumerate(curve) if abs(points) > FAINT * most]
    return curve[min(seen[-1] + 1, len(curve) - 1)][0] if seen else 0.0


def points_at(curve: Curve, hours: float) -> float:
    """The curve between its points; nothing after the last.

    Args:
        curve: hours and points.
        hours: after the dose.

    Example:
        >>> points_at([(0, 0), (10, 2)], 5), points_at([(0, 0), (10, 2)], 11)
        (1.0, 0.0)
    """
    after = bisect_right([each for each, _ in curve], hours)
    if not 0 < after < len(curve):
        return curve[-1][1] if curve and hours == curve[-1][0] else 0.0
    (left, before), (right, behind) = curve[after - 1], curve[after]
    return before + (behind - before) * (hours - left) / (right - left)


def labels(step: int, span: int, *, cells: int) -> str:
    """The hours under the drawing, each below its own block.

    Args:
        step: hours between two labels.
        span: the last label.
        cells: the width of the drawing.
    """
    line = "0 h"
    for hours in range(step, span + 1, step):
        line = line.ljust(round(hours / span * (cells - 1))) + f"{hours}"
    return line
