"""How much is too much: the traffic light of one session, and light sessions with their own test.

Source: pmm, pmm_ex, article
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import mean
from typing import Literal

from flarepath.course import Checkin, baseline_before
from flarepath.exercises import Bout, Exercise
from flarepath.plan.handed import may_hand
from flarepath.plan.model import Advice
from flarepath.plan.numbers import NUMBERS
from flarepath.plan.setting import Setting, is_passive
from flarepath.plan.words import COPY, advice, exercise_name, listed, number, sentence
from flarepath.quantities import hours_between
from flarepath.sources import Numbers

Light = Literal["green", "amber", "red"]
Tissue = Literal["muscle", "joint", "tendon", "nerve"]
Decision = Literal["untried", "keep", "adapt", "drop"]

EASY = "effort 2 of 10"
"""The first dose of the exercises that suit a light session."""

FEW = 8
"""Fewer check-ins before tell no quarter."""

LIGHT_MOST = 2
"""More movements than these are no light session any more."""


def traffic_light(  # noqa: PLR0913 - the light has exactly these signs
    peak: float,
    baseline: float,
    *,
    back_within_hours: float | None,
    tissue: Tissue = "muscle",
    night_waking: bool = False,
    limp: bool = False,
    tingling: bool = False,
    numbers: Numbers = NUMBERS,
) -> Light:
    """The colour of one session's answer (EVIDENCE 2.2).

    Args:
        peak: the highest level after the session, in points.
        baseline: the 7-day median before it.
        back_within_hours: how long until the level was back at the baseline; None where it did not come back.
        tissue: a joint, tendon or nerve gets 24 hours, a muscle 72.
        night_waking: it woke the person.
        limp: the person limped.
        tingling: it tingled.
        numbers: the part's numbers.

    Example:
        >>> traffic_light(3, 1, back_within_hours=20), traffic_light(5, 1, back_within_hours=60)
        ('green', 'amber')
        >>> traffic_light(3, 1, back_within_hours=30, tissue="tendon")
        'red'
    """
    if night_waking or limp or tingling or back_within_hours is None:
        return "red"
    if peak > max(numbers["amber_points"], baseline + numbers["amber_rise"]):
        return "red"
    if tissue != "muscle" and back_within_hours > numbers["green_hours"]:
        return "red"
    if back_within_hours > numbers["amber_soreness_hours" if tissue == "muscle" else "amber_hours"]:
        return "red"
    # Above 5 is too much whatever is usual: a place that always hurts at 8 gives no green light at 8.
    mild = peak <= min(numbers["amber_points"], max(numbers["green_points"], baseline + numbers["green_rise"]))
    return "green" if mild and back_within_hours <= numbers["green_hours"] else "amber"


def response(light: Light) -> str:
    """What to do after a session of that colour, in a sentence.

    Args:
        light: the colour.
    """
    return str(COPY["sentence"][light]["text"])


def last_light(setting: Setting) -> str:
    """What the colour of the suspect session asks for; empty while it is open.

    Args:
        setting: the moment.
    """
    light = light_after(setting.suspect.bout, setting) if setting.suspect else None
    return response(light) if light else ""


def light_after(bout: Bout, setting: Setting) -> Light | None:
    """The colour of one logged session from the check-ins of the three days after it; None while nobody knows.

    A session is judged until the next one of the same exercise; without any check-in after it there is no colour, and
    while it has not come back within the time given to it the light stays open.

    Args:
        bout: what was done.
        setting: the moment.
    """
    again = [b.time for b in setting.bouts if b.name == bout.name and b.time > bout.time]
    tissue: Tissue = "joint" if setting.leading == "joint_tendon_nerve" else "muscle"
    found = answered(
        setting.series, bout.time, until=min(again, default=None), at=setting.at, tissue=tissue, numbers=setting.numbers
    )
    return found.light if found else None


@dataclass(frozen=True, slots=True)
class Answered:
    """How one place answered a session: the highest level after it, the level before, hours until it was back.

    `light` is None while it is open.
    """

    light: Light | None
    peak: float
    usual: float
    back_hours: float | None


def answered(
    series: Sequence[Checkin],
    time: datetime,
    *,
    until: datetime | None,
    at: datetime,
    tissue: Tissue = "muscle",
    numbers: Numbers = NUMBERS,
) -> Answered | None:
    """How one place answered a session; None without a check-in after it.

    While it has not come back within the time given to it the light stays open; where nobody looked late enough to say
    that it stayed up, it is amber.

    Args:
        series: check-ins of the place in time order.
        time: when the session was done.
        until: the next session of the same exercise, None where there is none yet.
        at: the moment asked about; nothing later counts.
        tissue: what answers.
        numbers: the part's numbers.
    """
    limit = time + timedelta(hours=numbers["amber_soreness_hours" if tissue == "muscle" else "joint_look_hours"])
    end = min(filter(None, (limit, until, at)))
    after = series[bisect_right(series, time, key=_time) : bisect_right(series, end, key=_time)]
    if not after:
        return None
    usual = usual_before(series, time, numbers=numbers)
    peak = max(after, key=lambda c: c.points)
    level = usual + numbers["back_points"]
    back = next((hours_between(time, c.time) for c in after if c.time >= peak.time and c.points <= level), None)
    if tissue != "muscle" and back is not None and not _was_seen_up(after[:-1], time, tissue, numbers):
        # Between the last look that was up and the first that was not, nobody knows: it may well have been a day.
        back = min(back, numbers["green_hours"])
    mild = peak.points <= max(numbers["amber_points"], usual + numbers["amber_rise"])
    if back is None and mild and not _was_seen_up(after, time, tissue, numbers):
        # Nobody looked long enough to say that it stayed up: open at first, later a reason to repeat and no more.
        return Answered(None if at < limit and until is None else "amber", peak.points, usual, back)
    light = traffic_light(peak.points, usual, back_within_hours=back, tissue=tissue, numbers=numbers)
    return Answered(light, peak.points, usual, back)


def usual_before(series: Sequence[Checkin], time: datetime, *, numbers: Numbers = NUMBERS) -> float:
    """The level that an answer is held against: the median of 7 days, but not one that has crept up.

    A week in which training kept a place sore is no usual: the level is at most a point above the lower quarter of the
    eight weeks before.

    Args:
        series: check-ins of the place in time order.
        time: when the session was done.
        numbers: the part's numbers.
    """
    week = baseline_before(tuple(series), time).points
    start = time - timedelta(days=2 * numbers["log_days"])
    before = series[bisect_left(series, start, key=_time) : bisect_left(series, time, key=_time)]
    if len(before) < FEW:
        return week
    lower = sorted(checkin.points for checkin in before)[len(before) // 4]
    return min(week, lower + numbers["back_points"])


def _was_seen_up(after: Sequence[Checkin], time: datetime, tissue: Tissue, numbers: Numbers) -> bool:
    """Whether the last look was late enough to say that it had not come back in the time given to it."""
    hours = numbers["amber_soreness_hours" if tissue == "muscle" else "green_hours"]
    return bool(after) and hours_between(time, after[-1].time) >= numbers["late_look_share"] * hours


def _time(checkin: Checkin) -> datetime:
    return checkin.time


def pause(setting: Setting) -> Advice | None:
    """Seven days without an exercise whose last two sessions were both red; None where they were not.

    Args:
        setting: the moment.
    """
    if setting.suspect is None:
        return None
    same = [bout for bout in setting.bouts if bout.name == setting.suspect.bout.name]
    lights = [light for bout in same if (light := light_after(bout, setting))]
    needed = int(setting.numbers["reds_in_a_row"])
    if len(lights) < needed or set(lights[-needed:]) != {"red"}:
        return None
    return advice("pause", setting, review_hours=24 * setting.numbers["pause_days"])


@dataclass(frozen=True, slots=True)
class LightRecord:
    """How light sessions went for this person: how many, the mean change by the next morning, and what follows."""

    tries: int
    change: float
    decision: Decision


def light_record(setting: Setting) -> LightRecord:
    """The test of R50: after four tries a light session is kept, adapted or dropped.

    Args:
        setting: the moment.
    """
    changes = [change for bout in _light_bouts(setting) if (change := _by_next_morning(bout, setting)) is not None]
    last = changes[-int(setting.numbers["light_tries"]) :]
    if len(last) < setting.numbers["light_tries"]:
        return LightRecord(len(last), mean(last) if last else 0.0, "untried")
    change, limit = mean(last), setting.numbers["light_change"]
    decision: Decision = "drop" if change >= limit else "keep" if change <= -limit else "adapt"
    return LightRecord(len(changes), change, decision)


def _light_bouts(setting: Setting) -> list[Bout]:
    """Easy work of the muscles near this place while it was worse than usual."""
    near = set(setting.near_muscles)
    easy = [b for b in setting.recent if b.effort is not None and b.effort <= setting.numbers["light_effort"]]
    return [b for b in easy if near & {work.muscle for work in b.work} and not is_passive(b)]


def _by_next_morning(bout: Bout, setting: Setting) -> float | None:
    numbers = setting.numbers
    before = [c for c in setting.series if 0 <= hours_between(c.time, bout.time) <= numbers["light_before_hours"]]
    first, last = numbers["light_morning_first_hours"], numbers["light_morning_last_hours"]
    after = [c for c in setting.series if first <= hours_between(bout.time, c.time) <= last]
    return after[0].points - before[-1].points if before and after else None


def light_session(setting: Setting) -> Advice | None:
    """A light session for this place, or what to do instead where four tries made it worse.

    None where no flare-up lasts and none was tried.

    Args:
        setting: the moment.
    """
    record = light_record(setting)
    tries, change = record.tries, number(abs(record.change))
    if record.decision == "drop":
        return advice("light_dropped", setting, tries=tries, change=change)
    if setting.explanation.flare is None and record.decision == "untried":
        return None
    if setting.explanation.region in setting.heat.hot:
        now = setting.heat.now(setting.explanation.region)
        return advice("light_wait", setting, now=number(now))
    moves = _moves(setting)
    names = listed(exercise_name(move.id) for move in moves) or "slow, easy movement of the sore part"
    action = {"untried": "light_session", "keep": "light_kept", "adapt": "light_adapted"}[record.decision]
    comfort = sentence("comfort", setting) if _may_comfort(setting) else ""
    ids = tuple(move.id for move in moves)
    return advice(action, setting, exercises=ids, moves=names, comfort=comfort, tries=tries, change=change)


def light_known(setting: Setting) -> Advice | None:
    """What four tries of light sessions told, whatever the cause; None before that.

    Args:
        setting: the moment.
    """
    return None if light_record(setting).decision == "untried" else light_session(setting)


def _moves(setting: Setting) -> list[Exercise]:
    """Known easy work first, then what the library has for the muscle at the least effort."""
    eased = [b.exercise for b in reversed(_light_bouts(setting)) if b.exercise and _is_open(b.exercise, setting)]
    muscles = dict.fromkeys((setting.muscle, *setting.near_muscles[:2]))
    found = [setting.choice(muscle, "mid") or setting.choice(muscle) for muscle in muscles if muscle]
    easy = [each for each in found if each and EASY in each.first_dose and _is_open(each, setting)]
    return list({each.id: each for each in (*eased, *easy)}.values())[:LIGHT_MOST]


def _is_open(exercise: Exercise, setting: Setting) -> bool:
    return exercise.id not in setting.felt_wrong and may_hand(exercise, setting)


def _may_comfort(setting: Setting) -> bool:
    """A stretch or massage as comfort: only where a muscle measures shorter after a dose, never if long or weak."""
    state = setting.state(setting.muscle)
    return setting.holds("range_down") is True and state.length != "long" and state.strength != "weak"
