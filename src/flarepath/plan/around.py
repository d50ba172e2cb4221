"""The actions around training: rest, stress, illness, medicines, meals and whom to see."""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import median

from flarepath.diary import Diary, Entry
from flarepath.exercises import EXERCISES
from flarepath.plan.clocks import NinetyDays, wait_until
from flarepath.plan.energy import worsens_after_effort
from flarepath.plan.handed import may_hand
from flarepath.plan.locks import bout_strains_locked
from flarepath.plan.model import Advice
from flarepath.plan.setting import MOMENT, Setting
from flarepath.plan.words import advice, bout_name, listed, number, sentence, spoken
from flarepath.quantities import days_between, hours_between, in_hours

DIETITIAN_FIRST = ("eating_disorder", "pregnancy", "underweight", "diabetes", "insulin")
"""Facts with which no food is left out for a test (R110)."""

ALLERGIC = frozenset({"e18"})
"""Questions on danger signs of an allergy after food."""

NO_WORDS = frozenset({"", "no", "none", "never", "unsure", "unknown"})


def recover(setting: Setting) -> Advice:
    """Walk, meal, rest; what the log says of sleep, screen and stress stands beside the own rating, once (R85, R90)."""
    walk = EXERCISES["walking"]
    calm = not worsens_after_effort(setting.diary, setting.at)
    may_walk = calm and may_hand(walk, setting) and walk.id not in setting.felt_wrong
    action = "recover" if may_walk else "recover_resting"
    meal = "" if needs_dietitian(setting.diary) or had_allergic_sign(setting.diary) else "a good meal, "
    return advice(action, setting, exercises=(walk.id,) if may_walk else (), log=_strain_in_log(setting), meal=meal)


def _strain_in_log(setting: Setting) -> str:
    hours = 24 * setting.numbers["week_days"]
    rated = [e.value for e in setting.entries(hours, "stress") if e.value is not None]
    screen = [in_hours(e.value, e.unit) for e in setting.entries(hours, "screen") if e.value is not None]
    nights = setting.entries(hours, "sleep")
    sleep, last = _night(nights), _night(nights[-1:])
    log = [f"{number(median(screen))} screen hours a day"] if screen else []
    log += [f"{number(sleep)} hours of sleep a night"] if sleep is not None else []
    log += [f"{number(last)} hours last night"] if sleep is not None and last is not None and last <= sleep - 1 else []
    told = f"you rated your stress {number(median(rated))} of 10" if rated else ""
    parts = [told, f"your diary shows {listed(log)}" if log else ""]
    found = "; ".join(part for part in parts if part)
    return f"In the last week {found}." if found else ""


def short_session(setting: Setting) -> Advice:
    """A shorter session of what is known and does not hurt; nothing new (R87)."""
    return advice("short_session", setting, exercises=_known_elsewhere(setting))


def _known_elsewhere(setting: Setting, *, most: int = 2) -> tuple[str, ...]:
    """Exercises the person did in the last weeks, the newest first, that no locked place takes part in."""
    locked = setting.clearance.locked
    if setting.clearance.level == "days":
        locked |= {setting.explanation.region}
    suspected = {setting.suspect.bout.name} if setting.suspect else set()
    known = [b for b in reversed(setting.recent) if b.exercise and b.kind == "exercise" == b.exercise.kind]
    fine = [
        b.name
        for b in known
        if not bout_strains_locked(b, locked) and b.name not in suspected | setting.felt_wrong and may_hand(b, setting)
    ]
    return tuple(dict.fromkeys(fine))[:most]


def elsewhere(setting: Setting) -> Advice:
    """Work elsewhere that does not hurt, of what is known already, until somebody has seen it."""
    ids = _known_elsewhere(setting)
    names = listed(EXERCISES[each].name.lower() for each in ids)
    return advice("elsewhere", setting, exercises=ids, names=f", such as {names}" if names else "")


def book(setting: Setting) -> Advice:
    """Book with a professional within days, with the summary."""
    return advice("book", setting)


def next_visit(setting: Setting) -> Advice | None:
    """Something for the list of the next visit; None where no answer asks for it."""
    return advice("next_visit", setting) if setting.clearance.level == "next_visit" else None


def high_for_long(setting: Setting) -> Advice | None:
    """A visit with a time where a place has been very high for two weeks and more; None where none was."""
    numbers = setting.numbers
    for warmth in setting.heat.warmths:
        days = days_between(warmth.told[0].time, warmth.now.time)
        levels = [each.points for each in warmth.told]
        high = warmth.kind == "pain" and min(median(levels), warmth.now.points) >= numbers["long_high_points"]
        if high and days >= numbers["long_high_days"]:
            return advice(
                "high_for_long", setting, place=spoken(warmth.region), now=number(warmth.now.points), days=int(days)
            )
    return None


def wait_it_out(setting: Setting) -> Advice | None:
    """Wait a week after a vaccination or an illness, then ask again (SC8)."""
    waiting = wait_until(setting.diary, at=setting.at, numbers=setting.numbers)
    if waiting is None:
        return None
    entry, until = waiting
    return advice("wait", setting, event=entry.what, review_hours=hours_between(setting.at, until))


def see_doctor(setting: Setting, gate: NinetyDays) -> Advice | None:
    """A doctor, with the summary, for what may come from the whole body (R96); not within a week of an illness.

    Where it is only one of several explanations and no sign stands out, the visit is a choice and not the first step.
    """
    if wait_until(setting.diary, at=setting.at, numbers=setting.numbers):
        return None
    if not gate.open and not has_body_signs(setting) and setting.explanation.verdict != "looks_most_like":
        return advice("doctor_sooner", setting)
    why = sentence("fair_trial_over", setting) if gate.open else _whole_body_signs(setting)
    return advice("see_doctor", setting, why=why)


def has_body_signs(setting: Setting) -> bool:
    """Whether the log holds signs of the whole body that need no waiting (R96)."""
    return any(setting.holds(name) for name in ("malaise_cluster", "morning_stiffness"))


def keep_going(setting: Setting, gate: NinetyDays) -> Advice | None:
    """A place that got better over three months: what is done stays (R6, SC7)."""
    better = setting.explanation.region in gate.improved and gate.days >= gate.needed
    return advice("keep_going", setting) if better and setting.explanation.flare is None else None


def _whole_body_signs(setting: Setting) -> str:
    told = [setting.told(name) for name in ("malaise_cluster", "morning_stiffness", "widespread_untrained")]
    return " ".join(filter(None, told)) or "A cause in the whole body is among the likeliest here."


def keep_comfortable(setting: Setting) -> Advice | None:
    """Training goes on at a comfortable level; none where waiting comes first."""
    if wait_until(setting.diary, at=setting.at, numbers=setting.numbers):
        return None
    return advice("keep_comfortable", setting)


def first_things_first(setting: Setting, gate: NinetyDays) -> Advice | None:
    """What is missing for a fair trial of three months (R94); None before them and where nothing is missing."""
    if not gate.over or not gate.missing or setting.explanation.region not in gate.unchanged:
        return None
    return advice("first_things_first", setting, missing=listed(gate.missing))


def food_test(setting: Setting) -> Advice | None:
    """One planned test of one food, coeliac disease and allergy first (R103, R110); a dietitian where that is risky."""
    told = setting.told("follows_one_food")
    if not told:
        return None
    if had_allergic_sign(setting.diary):
        return advice("food_allergy", setting, told=told)
    with_help = needs_dietitian(setting.diary)
    strained = sentence("food_and_stress", setting) if setting.holds("bad_sleep_or_stress") else ""
    return advice("food_with_help" if with_help else "food_test", setting, told=told, strained=strained)


def needs_dietitian(diary: Diary) -> bool:
    """Whether food is a matter for a dietitian or a doctor alone: a fact says so.

    Args:
        diary: entries up to the moment.
    """
    return any(has_fact(diary, name) for name in DIETITIAN_FIRST)


def had_allergic_sign(diary: Diary) -> bool:
    """Whether a danger sign of an allergy was ever told, lifted or taken for passed since.

    Args:
        diary: entries up to the moment.
    """
    return any(entry.what.lower() in ALLERGIC and entry.word.lower() != "no" for entry in diary.of("answer"))


def has_fact(diary: Diary, name: str) -> bool:
    """Whether the person said yes to a fact.

    Args:
        diary: entries up to the moment.
        name: such as `pregnancy`.
    """
    fact = diary.fact(name)
    return fact is not None and (bool(fact.value) or fact.word.strip().lower() not in NO_WORDS)


def hungry(setting: Setting) -> Advice | None:
    """A belly pain a day after the last meal that was written down: the gap is named, nothing is pressed (R19)."""
    meals = setting.diary.of("food")
    week = setting.entries(24 * setting.numbers["week_days"] + setting.numbers["hunger_hours"], "food")
    if setting.explanation.region != "abdomen" or len(week) < setting.numbers["meals_known"]:
        return None
    hours = hours_between(meals[-1].time, setting.at)
    if hours < setting.numbers["hunger_hours"]:
        return None
    supported = needs_dietitian(setting.diary) or had_allergic_sign(setting.diary)
    action = "hungry_with_support" if supported else "hungry"
    return advice(action, setting, hours=int(hours))


def gaps(setting: Setting) -> Advice | None:
    """Tired, and no daylight or the same meal every day: ask for a blood test; no doses, no names (R111, R113)."""
    since = 24 * setting.numbers["log_days"]
    energy = [e.value for e in setting.entries(since, "energy") if e.value is not None]
    tired = bool(energy) and median(energy) <= setting.numbers["gap_energy"]
    if not tired or needs_dietitian(setting.diary) or had_allergic_sign(setting.diary):
        return None
    found = [
        _no_daylight(setting, setting.entries(since, "daylight")),
        _same_meal(setting, setting.entries(since, "food")),
    ]
    named = [gap for gap in found if gap]
    return advice("gaps", setting, gaps=listed(named)) if named else None


def _no_daylight(setting: Setting, entries: tuple[Entry, ...]) -> str:
    hours = [in_hours(e.value, e.unit) for e in entries if e.value is not None]
    dark = len(hours) >= setting.numbers["gap_days"] and median(hours) < setting.numbers["daylight_hours"]
    return "hardly any daylight" if dark else ""


def _same_meal(setting: Setting, entries: tuple[Entry, ...]) -> str:
    names = [e.what.strip().lower() for e in entries]
    if len({e.time.date() for e in entries}) < setting.numbers["gap_days"]:
        return ""
    top = max(set(names), key=names.count)
    return f"nearly always {top}" if names.count(top) >= setting.numbers["same_meal_share"] * len(names) else ""


def medicine_since(setting: Setting) -> tuple[str, datetime] | None:
    """A medicine begun within four weeks, and since when; None where there is none.

    Any medicine counts: which of them change what is felt is not for a diary to say.
    """
    rows = setting.diary.of("medicine")
    start = setting.at - timedelta(days=setting.numbers["masking_days"])
    for name in dict.fromkeys(e.what for e in reversed(rows)):
        own = [e.time for e in rows if e.what == name]
        if own[0] >= start and len(own) >= setting.numbers["masking_rows"]:
            return name.replace("_", " ").lower() or "a medicine", own[0]
    return None


def masked(setting: Setting) -> Advice | None:
    """A medicine begun lately may hide a change, so nothing is claimed; it is never advised against (R8, SC28)."""
    found = medicine_since(setting)
    if found is None:
        return None
    name, since = found
    return advice("masked", setting, medicine=name, since=f"{since.day} {since:%B}")


def both_ways(setting: Setting) -> Advice | None:
    """The pain rose first and the nights got short after it: it may run both ways (R86)."""
    flare = setting.explanation.flare
    if flare is None:
        return None
    start = flare.onset - timedelta(days=setting.numbers["week_days"])
    enough = setting.numbers["gate_sleep_hours"]
    nights = setting.diary.between(start, flare.onset, "sleep")
    before, last = _night(nights), _night(nights[-1:])
    now = _night(setting.diary.between(flare.onset, setting.at + MOMENT, "sleep")[-3:])
    if before is None or last is None or now is None or min(before, last) < enough or now >= enough:
        return None
    return advice("both_ways", setting, before=number(before), now=number(now))


def _night(nights: tuple[Entry, ...]) -> float | None:
    hours = [in_hours(e.value, e.unit) for e in nights if e.value is not None]
    return median(hours) if hours else None


def offer(setting: Setting) -> Advice | None:
    """Questions to ask before a treatment that somebody offered is begun (R119)."""
    month = setting.entries(24 * setting.numbers["log_days"], "care")
    return advice("offer", setting) if any("offer" in entry.what.lower() for entry in month) else None


def fear(setting: Setting) -> Advice | None:
    """A strong fear is answered with what would show something else (R15)."""
    felt = [e.value for e in setting.entries(setting.numbers["fear_hours"], "fear") if e.value is not None]
    if not felt or max(felt) < setting.numbers["fear_points"]:
        return None
    return advice("fear", setting, fear=number(max(felt)))


def small_step(setting: Setting) -> Advice | None:
    """The smallest next step after a flare-up that has passed (R57, SC30); the flare part is silent while ill."""
    told = setting.explanation.hiding
    if not told or worsens_after_effort(setting.diary, setting.at):
        return None
    ids = _known_elsewhere(setting, most=1)
    names = listed(bout_name(b) for b in setting.recent if b.name in ids) or "a walk of five minutes"
    return advice("small_step", setting, exercises=ids, told=told, names=names)
