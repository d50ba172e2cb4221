"""One trigger on a terminal: how sure, how strong, after how long, what the days show, what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from flarepath.cli.show.exposures import exposure_words, set_words, why_together
from flarepath.cli.show.lag import sparkline
from flarepath.cli.show.strokes import hanging, indented
from flarepath.cli.show.words import likelihood, percent
from flarepath.triggers import is_caution

LADDER: Final = {
    "possible": "a first hint; it may be chance",
    "suspected": "it has come more than once; keep an eye on it",
    "likely": "it has come at least three times, and times without it are written down too",
    "supported": "a planned test points the same way",
}
"""What each step of the evidence ladder means."""

LABEL: Final = 11
"""The width of the words beside the evidence."""

WIDEST_CURVE: Final = 44
NARROWEST_CURVE: Final = 24
AT_ONCE_HOURS: Final = 1.5
"""A peak before this is at once."""

LONG_HOURS: Final = 96
"""From here on a time is told in days."""

Document = dict[str, Any]


def trigger_part(trigger: Document, width: int) -> Iterator[RenderableType]:
    """Everything about one trigger, as `triggers` and `why` both show it.

    Args:
        trigger: as the document holds it.
        width: of the sheet.
    """
    yield Text(_name(trigger), "mark")
    yield indented(Group(*_inside(trigger, width)))


def _inside(trigger: Document, width: int) -> Iterator[RenderableType]:
    yield Text.assemble((sureness(trigger), "strong"), *_members(trigger))
    yield Text(effect(trigger))
    if trigger.get("dose"):
        yield Text(f"One dose here: {trigger['dose']}.", "quiet")
    yield Text("")
    yield sparkline(trigger["lag_curve"], cells=max(NARROWEST_CURVE, min(WIDEST_CURVE, width - 10)))
    yield Text("")
    yield _cells(trigger)
    yield hanging(Text("against", "care"), Text(against(trigger)), width=LABEL)
    yield hanging(Text(trigger["ladder"], "calm"), Text(f"{LADDER[trigger['ladder']]}."), width=LABEL)
    if trigger["needs"]:
        label = ("please", "care") if is_caution(trigger["needs"]) else ("to be surer", "quiet")
        yield hanging(Text(*label), Text(f"{trigger['needs'].rstrip('.')}."), width=LABEL)


def _name(trigger: Document) -> str:
    """The set in words, and why its members cannot be told apart."""
    words, together = set_words(trigger["exposures"]), why_together(trigger["exposures"])
    return f"{words}: {together}" if together else words


def sureness(trigger: Document) -> str:
    """The probability as a word and in per cent, and which way it works.

    Args:
        trigger: as the document holds it.
    """
    what = "one of them" if trigger["exposures"][1:] else "this"
    way = "lowers it" if lowers(trigger) else "raises it"
    share = trigger["set_probability"]
    return f"{likelihood(share).capitalize()} {what} {way} ({percent(share)})"


def _members(trigger: Document) -> Iterator[tuple[str, str]]:
    if trigger["exposures"][1:]:
        each = (f"{exposure_words(e['kind'], e['what'])} {percent(e['probability'])}" for e in trigger["exposures"])
        yield f"\n{', '.join(each)}", "quiet"


def lowers(trigger: Document) -> bool:
    """Whether the outcome goes down after it.

    Args:
        trigger: as the document holds it.
    """
    return bool(trigger["effect_points"]["mean"] < 0)


def effect(trigger: Document) -> str:
    """How many points, with the interval, for how much of it, and when most.

    Args:
        trigger: as the document holds it.
    """
    points = trigger["effect_points"]
    per = f"one {trigger['per']}" if trigger["per"].startswith("typical") else trigger["per"]
    doubt = f"{points['low']:.1f} to {points['high']:.1f}"
    return f"{signed(points['mean'])} points ({doubt}) for {per}, {when(trigger['peak_hours'])}"


def signed(points: float) -> str:
    """Points with their sign and one decimal.

    Args:
        points: on the scale of 0 to 10.

    Example:
        >>> signed(1.44), signed(-0.72), signed(0.01)
        ('+1.4', '-0.7', '0.0')
    """
    shown = round(points, 1) + 0.0
    return f"{shown:+.1f}" if shown else "0.0"


def when(hours: float) -> str:
    """When the most of it comes.

    Args:
        hours: after the dose.

    Example:
        >>> when(0.5), when(36.2), when(120)
        ('most at once', 'most after about 36 h', 'most after about 5 days')
    """
    if hours < AT_ONCE_HOURS:
        return "most at once"
    return f"most after about {hours:.0f} h" if hours < LONG_HOURS else f"most after about {hours / 24:.0f} days"


def _cells(trigger: Document) -> Table:
    """The four counts (R59)."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column(justify="right")
    grid.add_column(justify="right")
    grid.add_row(*(Text(words, "quiet") for words in ("what the days show", "it rose", "it did not")))
    for words, cells in (("after it", "exposed"), ("without it", "unexposed")):
        grid.add_row(words, *(str(trigger[f"{cells}_{end}"]) for end in ("with", "without")))
    return grid


def against(trigger: Document) -> str:
    """The half of the counts that speaks against it, also where it is nought.

    Args:
        trigger: as the document holds it.
    """
    rose, calm = trigger["exposed_with"], trigger["exposed_without"]
    if lowers(trigger):
        all_the_same, without = f"{rose} of {times(rose + calm)} it rose after it", trigger["unexposed_without"]
        return f"{all_the_same} all the same; {times(without)} it did not rise without it."
    return (
        f"{calm} of {times(rose + calm)} no rise came after it; {times(trigger['unexposed_with'])} it rose without it."
    )


def times(count: int) -> str:
    """How often.

    Args:
        count: from nought on.

    Example:
        >>> times(1), times(3)
        ('1 time', '3 times')
    """
    return f"{count} {'time' if count == 1 else 'times'}"
