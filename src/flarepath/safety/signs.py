"""What the diary itself says, whatever was answered (`signs.toml`): a pattern that a question asks about.

A no that the person's own log contradicts is no reason to wait. A sign stands until a professional has looked at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from flarepath.diary import FELT, Diary, Entry
from flarepath.quantities import days_between, in_hours
from flarepath.safety.answers import Place, Said
from flarepath.safety.effort import at_once
from flarepath.safety.person import Person
from flarepath.safety.wording import place_text, points_text, short_day_text
from flarepath.sources import Numbers, load_table

TABLE = load_table("flarepath.safety", "signs.toml")
"""The rows of `signs.toml` by name."""

STIFF_TESTS = frozenset({"stiffness", "morning_stiffness", "stiffness_minutes"})
"""Names under which minutes of morning stiffness are written down."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern of the log: the question that asks about it, the answer it counts as, since when, where, and in words.

    `place` is empty where it is about the whole person.
    """

    question: str
    word: Literal["yes", "unsure"]
    time: datetime
    place: Place
    reason: str

    @property
    def said(self) -> Said:
        """The sign as an answer that the diary gives."""
        return Said(self.time.astimezone(UTC), self.word, self.place, self.time)


def signs(diary: Diary, who: Person, visits: tuple[Said, ...], *, at: datetime, numbers: Numbers) -> tuple[Sign, ...]:
    """Every sign that no professional has looked at since it was there.

    Args:
        diary: entries up to `at`.
        who: what is known about the person.
        visits: when and for what a professional was seen.
        at: the moment asked about, in UTC.
        numbers: the part's numbers.
    """
    found = (
        *_effort(diary, at, numbers),
        *_stiff(diary, who, at, numbers),
        *_lost_motion(diary, at, numbers),
        *_period(diary, at, numbers),
        *_day_and_night(diary, at, numbers),
    )
    return tuple(
        sign
        for sign in found
        if not any(
            visit.time >= sign.said.time and visit.place.touches(sign.place)
            for visit in visits
            if visit.question in ("", sign.question)
        )
    )


def _sign(name: str, time: datetime, where: Place, **words: str) -> Sign:
    row = TABLE[name]
    return Sign(row["question"], row["word"], time, where, row["reason"].format(**words))


def _effort(diary: Diary, at: datetime, numbers: Numbers) -> Iterator[Sign]:
    """Pain where the heart speaks that came with effort again and again, and went with rest."""
    recent = [one for one in at_once(diary, numbers=numbers) if days_between(one.time, at) <= numbers["full_days"]]
    for region in dict.fromkeys(one.where for one in recent):
        own = [one for one in recent if one.where == region and _eases(diary, one, numbers)]
        if len(own) >= numbers["effort_times"]:
            place = Place(region, own[-1].side)
            day = short_day_text(diary.local(own[-1].time))
            time = own[int(numbers["effort_times"]) - 1].time
            yield _sign("effort", time, Place(), place=place_text(place).lower(), times=str(len(own)), day=day)
            return


def _eases(diary: Diary, entry: Entry, numbers: Numbers) -> bool:
    """Whether rest brought it down: the next number of the place within hours is lower; or none was noted."""
    later = diary.between(entry.time + timedelta(seconds=1), entry.time + timedelta(hours=6), *FELT)
    same = [one.value or 0.0 for one in later if (one.where, one.side) == (entry.where, entry.side)]
    return not same or same[0] <= (entry.value or 0.0) - numbers["effort_points"]


def _stiff(diary: Diary, who: Person, at: datetime, numbers: Numbers) -> Iterator[Sign]:
    told = [one for one in diary.of("test", "note") if one.what in STIFF_TESTS and one.value is not None]
    for name in ("stiff_shoulders_and_hips", "stiff_small_joints"):
        row = TABLE[name]
        long = [one for one in told if _minutes(one) >= row["minutes"]]
        if not _lasts(long, told, at, numbers) or who.facts.get("age", row["from_age"]) < row["from_age"]:
            continue
        since = at - timedelta(days=numbers["stiff_days"])
        felt = [one for one in diary.between(since, at + timedelta(seconds=1), *FELT) if (one.value or 0.0) > 1]
        places = dict.fromkeys(one.where for one in felt if one.where in row["regions"])
        if len(places) >= row["places"]:
            days = str(round(days_between(long[0].time, long[-1].time)) + 1)
            start = _first_lasting(long, numbers)
            yield _sign(name, start, Place(), minutes=points_text(_minutes(long[-1])), days=days)
            return


def _minutes(entry: Entry) -> float:
    return 60 * in_hours(entry.value or 0.0, entry.unit or "min")


def _lasts(long: list[Entry], told: list[Entry], at: datetime, numbers: Numbers) -> bool:
    if not long or days_between(long[-1].time, at) > numbers["silence_of_sign_days"]:
        return False
    lasted = days_between(long[0].time, long[-1].time) >= numbers["stiff_days"]
    return lasted and 2 * len(long) > sum(one.time >= long[0].time for one in told)


def _first_lasting(long: list[Entry], numbers: Numbers) -> datetime:
    """When it had lasted long enough to be a sign."""
    return next(one.time for one in long if days_between(long[0].time, one.time) >= numbers["stiff_days"])


def _lost_motion(diary: Diary, at: datetime, numbers: Numbers) -> Iterator[Sign]:
    """A range of motion that fell far over weeks and stays down, on one side."""
    since = at - timedelta(days=numbers["lost_motion_days"])
    tests = diary.between(since, at + timedelta(seconds=1), "test")
    rows = [one for one in tests if one.what in TESTED_REGION and one.unit == "deg"]
    for key in dict.fromkeys((one.what, one.where, one.side) for one in rows):
        own = [one for one in rows if (one.what, one.where, one.side) == key and one.text("change") != "own"]
        if not own:
            continue
        best = max(own, key=lambda one: one.value or 0.0)
        last, before = own[-1], best.value or 0.0
        # Two results in a row below the line: one alone is the error of a home test.
        low = [one for one in own[-2:] if _is_lost(before, one.value or 0.0, numbers)]
        if best.time < last.time and len(low) == len(own[-2:]) == 2:  # noqa: PLR2004 - two results
            words = {"test": key[0].replace("_", " ").capitalize(), "before": points_text(before)}
            words |= {"after": points_text(last.value or 0.0), "first": short_day_text(diary.local(best.time))}
            yield _sign("lost_motion", low[0].time, _place(last), day=short_day_text(diary.local(last.time)), **words)


def _is_lost(before: float, after: float, numbers: Numbers) -> bool:
    fall = before - after
    return fall >= numbers["lost_motion_degrees"] and fall >= numbers["lost_motion_share"] * before


def _place(entry: Entry) -> Place:
    """Where a test speaks of."""
    return Place(TESTED_REGION[entry.what], entry.side)


TESTED_REGION = TABLE["tested_region"]["regions"]
"""The region whose motion a test measures."""


def _period(diary: Diary, at: datetime, numbers: Numbers) -> Iterator[Sign]:
    """Strong pain in one place that comes with the periods and not between them."""
    since = at - timedelta(days=numbers["period_days"])
    starts = [one.time for one in diary.between(since, at, "event") if one.what == "period"]
    spans = [(start - timedelta(days=1), start + timedelta(days=numbers["period_window_days"])) for start in starts]
    if len(starts) < numbers["period_times"]:
        return
    felt = [one for one in diary.between(since, at + timedelta(seconds=1), *FELT) if one.value is not None]
    for region in dict.fromkeys(one.where for one in felt):
        own = [one for one in felt if one.where == region]
        strong = [one for one in own if (one.value or 0.0) >= numbers["period_points"]]
        with_it = sum(any(start <= one.time <= end for one in strong) for start, end in spans)
        between = [one for one in own if not any(start <= one.time <= end for start, end in spans)]
        if with_it >= numbers["period_times"] and _calm(between, numbers):
            words = {"place": place_text(Place(region)).lower(), "times": str(with_it), "periods": str(len(starts))}
            yield _sign("period", starts[-1], Place(region), **words)
            return


def _calm(between: Iterable[Entry], numbers: Numbers) -> bool:
    points = sorted(one.value or 0.0 for one in between)
    return bool(points) and points[len(points) // 2] <= numbers["period_points"] - 2


def _day_and_night(diary: Diary, at: datetime, numbers: Numbers) -> Iterator[Sign]:
    """Strong pain in one place at rest or at night, over weeks."""
    since = at - timedelta(days=numbers["night_window_days"])
    felt = [
        one
        for one in diary.between(since, at + timedelta(seconds=1), "pain")
        if (one.value or 0.0) >= numbers["night_points"] and {"rest", "night"} & set(one.text("when").split("+"))
    ]
    for region in dict.fromkeys(one.where for one in felt):
        own = [one for one in felt if one.where == region]
        days = len({diary.local(one.time).date() for one in own})
        is_fresh = days_between(own[-1].time, at) <= numbers["silence_of_sign_days"]
        if is_fresh and days >= numbers["night_days"]:
            words = {"place": place_text(Place(region)).lower(), "days": str(days)}
            yield _sign("day_and_night", own[0].time, Place(region, own[-1].side), **words)
            return
