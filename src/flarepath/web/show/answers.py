"""Answers as their pages show them: words beside numbers, widths of bars; no rule and no sum of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from flarepath.body import REGIONS
from flarepath.exercises import TESTS
from flarepath.flares import cause_table
from flarepath.web.show.words import day, moment, name, place
from flarepath.why import Came

Document = dict[str, Any]

VERDICTS = {
    "looks_most_like": gettext_lazy("What it looks most like"),
    "two_explanations": gettext_lazy("Two explanations fit"),
    "not_enough_yet": gettext_lazy("Cannot tell yet: too little is written down"),
    "no_cause_found": gettext_lazy("No cause found"),
}
SHOWN = 0.10


def why(answered: Document) -> Document:
    """The answer with names and per cents.

    Args:
        answered: of `why`.
    """
    ranked = sorted(answered["causes"], key=lambda cause: -cause["probability"])
    titles = cause_table().texts
    causes = [
        {**cause, "title": titles[cause["cause"]].title, "percent": round(100 * cause["probability"])}
        for cause in ranked
        if cause["probability"] >= SHOWN
    ]
    advice = [{**each, "look": day(each["review_on"])} for each in answered["advice"]]
    points = _waterfall(answered["points"])
    verdict = VERDICTS.get(answered["verdict"] or "", "")
    where = place(answered["region"], answered["side"]).capitalize() if answered["region"] else "Your body"
    triggers = [_trigger(each) for each in answered["triggers"]]
    ahead = [{**each, "when": moment(each["time"])} for each in answered["forecast"]]
    shown = {"place": where, "verdict": verdict, "causes": causes, "advice": advice, "points": points}
    return shown | {"triggers": triggers, "forecast": ahead}


def gist(shown: Document) -> Document:
    """What a reader takes along from the answer: the verdict, the causes and the triggers with their per cents.

    Args:
        shown: of `why`.
    """
    causes = [(cause["cause"], cause["percent"]) for cause in shown["causes"]]
    triggers = [(trigger["name"], round(trigger["percent"], -1)) for trigger in shown["triggers"]]
    return {"verdict": shown["verdict"], "causes": causes, "triggers": triggers}


def came(found: Sequence[Came]) -> Document:
    """Forecasts of a day ahead and what came, on a line of 200 for ten points.

    Args:
        found: of `why.came`.
    """
    rows = [
        {
            "when": day(each.time.isoformat()),
            "points": f"{each.points:g}",
            "low": f"{each.low:.1f}",
            "high": f"{each.high:.1f}",
            "held": each.held,
            "x": f"{20 * each.low:.1f}",
            "width": f"{20 * (each.high - each.low):.1f}",
            "at": f"{20 * each.points:.1f}",
        }
        for each in found
    ]
    return {"rows": rows, "held": sum(each.held for each in found), "all": len(rows)}


def _waterfall(points: Sequence[Document]) -> list[Document]:
    """The parts one after the other, each from where the last one ended (ten points are 200 wide), and their sum."""
    rows: list[Document] = []
    level = 0.0
    for each in points:
        low, high = sorted((level, level + each["value"]))
        rows.append(
            _bar(low, high)
            | {"name": _share(each), "words": f"{each['value']:+.1f}" if rows else f"{each['value']:.1f}"}
        )
        level += each["value"]
    return [*rows, _bar(0.0, level) | {"name": "now", "words": f"{level:.1f}", "whole": True}] if rows else []


def _bar(low: float, high: float) -> Document:
    return {"x": f"{20 * max(0.0, low):.1f}", "width": f"{max(1.0, 20 * (high - max(0.0, low))):.1f}"}


def _trigger(each: Document) -> Document:
    effect = each["effect_points"]
    up = "up" if effect["mean"] >= 0 else "down"
    names = " or ".join(name(exposure["what"] or exposure["kind"]) for exposure in each["exposures"])
    return each | {
        "name": names,
        "percent": round(100 * each["set_probability"]),
        "effect": f"About {abs(effect['mean']):.1f} points {up} after {each['per']} "
        f"({effect['low']:.1f} to {effect['high']:.1f}), most at about {each['peak_hours']:.0f} hours.",
        "exposed": each["exposed_with"] + each["exposed_without"],
        "unexposed": each["unexposed_with"] + each["unexposed_without"],
        "curve": _curve(each["lag_curve"]),
    }


def _curve(points: list[list[float]]) -> Document | None:
    """The lag curve as the points of a line in a box of 320 by 96."""
    if not points:
        return None
    last = points[-1][0] or 1.0
    low, high = min(0.0, *(y for _, y in points)), max(0.0, *(y for _, y in points))
    scale = 80 / ((high - low) or 1.0)
    line = " ".join(f"{320 * x / last:.0f},{88 - scale * (y - low):.0f}" for x, y in points)
    return {
        "points": line,
        "zero": f"{88 + scale * low:.0f}",
        "label": f"Points over the {last:.0f} hours after one dose",
    }


def _share(share: Document) -> str:
    names = {"baseline": "your usual", "unexplained": "not explained yet"}
    named: str | None = names.get(share["source"])
    return named or ", ".join(key.split(":", 1)[-1].replace("_", " ") for key in share["exposures"])


CALLS = {
    "helping": gettext_lazy("It looks as if the training helps"),
    "hurting": gettext_lazy("It looks as if the training hurts"),
    "cannot_tell": gettext_lazy("Cannot tell yet"),
}
DOMAINS = {
    "helping": gettext_lazy("getting better"),
    "hurting": gettext_lazy("getting worse"),
    "cannot_tell": gettext_lazy("cannot tell yet"),
}
MOVED = {
    "better": gettext_lazy("better"),
    "worse": gettext_lazy("worse"),
    "same": gettext_lazy("the same"),
    "cannot_tell": gettext_lazy("cannot tell"),
}
NAMES = {
    "pain": gettext_lazy("pain"),
    "soreness_after": gettext_lazy("soreness after a usual session"),
    "psfs": gettext_lazy("PSFS"),
    "peg": gettext_lazy("PEG"),
}


def verdict(judged: Document) -> Document:
    """The verdict with names.

    Args:
        judged: of `verdict`.
    """
    rows = [
        {**row, "name": _measure(row), "word": MOVED[row["moved"]], "scale": _scale(row)} for row in judged["measured"]
    ]
    return {
        "call": CALLS.get(judged["verdict"] or "", ""),
        "pain": DOMAINS.get(judged["pain"] or "", ""),
        "function": DOMAINS.get(judged["function"] or "", ""),
        "rows": rows,
        "percent": round(100 * (judged["trained_share"] or 0)),
        "since": day(judged["since"]),
        "until": day(judged["at"]),
    }


def _measure(row: Document) -> str:
    known = TESTS.get(row["what"])
    what = known.name if known else str(NAMES.get(row["what"], row["what"]))
    where = place(row["where"] if row["where"] in REGIONS else "", row["side"]).strip()
    return f"{what}, {where}" if where else what


def _scale(row: Document) -> Document | None:
    """Where a change, its interval and the change that matters lie on a line of 200, for a small drawing."""
    if row["low"] is None:
        return None
    reach = max(abs(row["low"]), abs(row["high"]), row["matters"]) * 1.1 or 1.0
    places = {key: round(100 + 100 * row[key] / reach, 1) for key in ("low", "high", "change", "matters")}
    return places | {"minus": round(200 - places["matters"], 1), "width": round(places["high"] - places["low"], 1)}
