"""A muscle's lengths in an exercise as a small picture: the whole range, the part used, and where standing is."""

from __future__ import annotations

from html import escape

from flarepath.exercises.atlas import Reach

WIDTH, HEIGHT = 120, 16
LEFT, RIGHT, MIDDLE, THICK = 4, 116, 8, 6

SHORT, LONG = "#005ab5", "#d55e00"
"""Blue and orange, the ends that people with any colour vision tell apart, as in the pictures."""


def strip(reach: Reach, *, name: str) -> str:
    """An inline SVG: short on the left, long on the right; the ink follows the page's.

    Args:
        reach: the muscle's lengths.
        name: what the muscle is called, for those who hear the page.

    Example:
        >>> reach = Reach("hamstrings", 50, 86, 52, 86, "main")
        >>> strip(reach, name="Hamstrings").count("<rect")
        2
    """
    told = f"{name}: from {reach.low} to {reach.high} per cent of its range, {reach.standing} when you stand"
    low, high, standing = (_place(percent) for percent in (reach.low, reach.high, reach.standing))
    used = max(high - low, 2.0)
    top, whole = MIDDLE - THICK / 2, RIGHT - LEFT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" class="strip">'
        f"<title>{escape(told)}</title>"
        f'<rect x="{LEFT}" y="{MIDDLE - 1}" width="{whole}" height="2" rx="1" fill="currentColor" opacity=".35"/>'
        f'<rect x="{low:.1f}" y="{top:g}" width="{used:.1f}" height="{THICK}" rx="3" fill="{_shade(reach)}"/>'
        f'<path d="M{standing:.1f} 2v12" stroke="currentColor" stroke-width="1.5"/></svg>'
    )


def _place(percent: int) -> float:
    return LEFT + (RIGHT - LEFT) * percent / 100


def _shade(reach: Reach) -> str:
    """The colour of where it goes beyond standing most."""
    return LONG if reach.high - reach.standing > reach.standing - reach.low else SHORT
