"""The actions on training, smallest first: each is one function of the moment, or None where it does not fit."""

from __future__ import annotations

from flarepath.body import MUSCLES
from flarepath.exercises import Exercise, alternatives
from flarepath.plan.adjust import ADJUSTMENTS, adjust, facts_of
from flarepath.plan.energy import worsens_after_effort
from flarepath.plan.handed import may_hand
from flarepath.plan.home_tests import open_tests
from flarepath.plan.light import last_light
from flarepath.plan.locks import bout_strains_locked
from flarepath.plan.model import Advice
from flarepath.plan.prescribe import prescription, prescription_of
from flarepath.plan.setting import Setting, is_passive
from flarepath.plan.words import advice, bout_name, listed, muscle_name, number, region_name, sentence
from flarepath.quantities import days_between, hours_between

MUSCULAR = frozenset({"sore_muscle", "short_muscle", "long_weak_muscle", "joint_tendon_nerve"})
"""The causes for which the length and strength of a muscle matter."""


COVERS_GROUND = frozenset({"endurance", "jump"})
"""Patterns of the library that have a ground and a pace rather than an angle."""


def ease_muscle(setting: Setting) -> Advice | None:
    """Leave the suspect and hard work of its muscle alone until the soreness is low (R41, R45)."""
    if setting.suspect is None or not setting.worked:
        return None
    muscles = listed(muscle_name(muscle) for muscle in setting.worked[:2])
    action = "ease_little" if setting.explanation.soreness_state == "ready" else "ease_muscle"
    return advice(action, setting, muscles=muscles, used_to=_used_to(setting), also=_also_felt(setting))


def _used_to(setting: Setting) -> str:
    """What the repeated dose says (R46)."""
    if setting.explanation.adapted is None:
        return ""
    if setting.explanation.adapted:
        return "The same session leaves you less sore than it did at first: you are getting used to it."
    return "The same session left you no less sore than before, which speaks against plain soreness."


def _also_felt(setting: Setting) -> str:
    """Other places that hurt now and where trouble of this muscle may show (R55)."""
    shows = {place for muscle in setting.worked if muscle in MUSCLES for place in MUSCLES[muscle].trouble_shows}
    day = setting.entries(24, "pain", "soreness", "tightness")
    others = [e.where for e in day if (e.value or 0) >= setting.numbers["sore_points"]]
    also = [place for place in others if place in shows and place != setting.explanation.region]
    if not also:
        return ""
    return sentence("also_felt", setting, places=listed(region_name(place) for place in also))


def return_small(setting: Setting) -> Advice | None:
    """Back to the suspect with one set when it is ready (SC1); not where it felt wrong or needs another change."""
    if setting.suspect is None or chosen(setting) not in (None, "ease"):
        return None
    bout = setting.suspect.bout
    if is_passive(bout) or bout.name in setting.felt_wrong or _is_out(setting):
        return None
    ready = setting.explanation.ready_on
    hours = max(24.0, hours_between(setting.at, ready)) if ready else setting.numbers["review_hours"]
    action = "return_same" if setting.explanation.adapted else "return_small"
    return advice(action, setting, exercises=_own(setting), review_hours=hours)


def _is_out(setting: Setting) -> bool:
    """Whether the suspect is nothing for this person at any level, so that nobody is sent back to it."""
    return setting.suspect is not None and bool(setting.may.closed(setting.suspect.bout))


def _own(setting: Setting) -> tuple[str, ...]:
    """The suspect's id where the library knows it and no locked place takes part."""
    if setting.suspect is None or setting.suspect.bout.exercise is None:
        return ()
    bout = setting.suspect.bout
    return () if bout_strains_locked(bout, setting.clearance.locked) else (bout.name,)


def chosen(setting: Setting) -> str | None:
    """Which adjustment table D1 chooses for the suspect, or None where nothing is implicated."""
    found = adjust(setting.clearance, facts_of(setting))
    return ADJUSTMENTS[found.rule] if found else None


def change(setting: Setting) -> Advice | None:
    """What table D1 chooses: better form, another exercise for the muscle, or other muscles.

    While a strained time hides what the exercise did, nothing new is begun (R87, R89).
    """
    found = adjust(setting.clearance, facts_of(setting))
    if setting.suspect is None or found is None:
        return None
    if ADJUSTMENTS[found.rule] == "better_form":
        return _better_form(setting, found.because)
    if setting.explanation.confounded or setting.leading == "stress":
        return None
    if found.rule == "wrong_length":
        return leave_short(setting) or leave_stretch(setting)
    if found.rule == "repeats":
        return _swap(setting, found.because)
    return _neighbour(setting, found.because) if found.rule == "tried_both" else None


def _better_form(setting: Setting, why: str) -> Advice | None:
    """The same exercise, lighter and better (R33)."""
    if _is_out(setting):
        return None
    known = setting.suspect.bout.exercise if setting.suspect else None
    cue = known.cues[0] if known and known.cues else "Slow, smooth, and stop when the form goes."
    return advice("better_form", setting, exercises=_own(setting), why=why, cue=cue)


def poor_form(setting: Setting) -> Advice | None:
    """Better form alone, where it was poor: small enough while little else is known."""
    found = adjust(setting.clearance, facts_of(setting))
    if found is None or ADJUSTMENTS[found.rule] != "better_form":
        return None
    return _better_form(setting, found.because)


def _swap(setting: Setting, why: str) -> Advice | None:
    """Another exercise for the same muscle (R34)."""
    other = _alternative(setting)
    if other is None:
        return None
    return advice(
        "same_muscle",
        setting,
        exercises=(other.id,),
        instead_of=_suspect_name(setting),
        why=why,
        other=other.name.lower(),
        dose=other.first_dose,
    )


def _alternative(setting: Setting) -> Exercise | None:
    if setting.suspect is None:
        return None
    bout = setting.suspect.bout
    if bout.exercise is None or is_passive(bout):
        other = setting.choice(setting.muscle)
        return other if other and may_hand(other, setting) else None
    found = [each for each in alternatives(bout.name) if setting.allows(each) and may_hand(each, setting)]
    return next(iter(found), None)


def _neighbour(setting: Setting, why: str) -> Advice | None:
    """Other muscles, one at a time (R35, R81)."""
    muscle = MUSCLES.get(setting.muscle)
    for each in muscle.neighbours if muscle else ():
        other = setting.choice(each)
        if other and may_hand(other, setting):
            return advice(
                "other_muscle",
                setting,
                exercises=(other.id,),
                instead_of=_suspect_name(setting),
                why=why,
                neighbour=muscle_name(each),
                other=other.name.lower(),
                dose=other.first_dose,
            )
    return None


def _suspect_name(setting: Setting) -> str:
    return bout_name(setting.suspect.bout) if setting.suspect else ""


def leave_short(setting: Setting) -> Advice | None:
    """No work that keeps a short muscle short; good form does not clear it (R35, R62, R63)."""
    if setting.state(setting.muscle).length != "short":
        return None
    short = [bout for bout in setting.recent if setting.wrong_length(bout) == setting.muscle and not is_passive(bout)]
    if not short:
        return None
    names = listed(bout_name(bout) for bout in short)
    return advice("leave_short", setting, names=names, instead_of=names)


def leave_stretch(setting: Setting, *, record: str = "") -> Advice | None:
    """No stretch, roll or massage of a long muscle until it is stronger (R79).

    Args:
        setting: the moment.
        record: what the clock of stretching says, in a sentence.
    """
    state = setting.state(setting.muscle)
    if state.length != "long" or state.strength not in ("weak", "unknown"):
        return None
    passive = [b for b in setting.recent if is_passive(b) and setting.muscle in {work.muscle for work in b.work}]
    names = listed(bout_name(bout) for bout in passive) or "stretching and massage"
    return advice("leave_stretch", setting, names=names, instead_of=names, record=record)


def strengthen_weak(setting: Setting) -> Advice | None:
    """What table D2 asks for where a muscle tests weak; none where it does not."""
    weak = setting.state(setting.muscle).strength == "weak" and prescription_of(setting).id != "shorter_after_dose"
    return prescription(setting) if weak else None


def small_dose(setting: Setting) -> Advice | None:
    """One small dose for a muscle that had no work for weeks (R21, SC19)."""
    if "under_used" not in setting.explanation.meaning or worsens_after_effort(setting.diary, setting.at):
        return None
    known = next(
        (b.exercise for b in reversed(setting.bouts) if b.exercise and _loads_muscle(b.exercise, setting)), None
    )
    easiest = setting.choice(setting.explanation.muscle)
    exercise = known or (easiest if easiest and may_hand(easiest, setting) else None)
    names = exercise.name.lower() if exercise else "easy work for these muscles"
    ids = (exercise.id,) if exercise else ()
    return advice(
        "small_dose", setting, exercises=ids, names=names, muscle=muscle_name(setting.explanation.muscle) or "muscle"
    )


def _loads_muscle(exercise: Exercise, setting: Setting) -> bool:
    fits = exercise.kind == "exercise" and setting.explanation.muscle in exercise.mains
    return fits and setting.allows(exercise) and may_hand(exercise, setting)


def rest_a_day(setting: Setting) -> Advice:
    """Joint, tendon and nerve trouble gets a day, then the check of the next morning (EVIDENCE 2.2)."""
    return advice("rest_a_day" if setting.suspect else "rest_a_day_unnamed", setting)


def change_angle(setting: Setting) -> Advice | None:
    """A week through another range or angle at the same or less load, then the load (EVIDENCE 3.3)."""
    if setting.suspect is None or is_passive(setting.suspect.bout) or setting.explanation.confounded:
        return None
    if _is_out(setting):
        return None
    known = setting.suspect.bout.exercise
    action = "change_ground" if known and known.pattern in COVERS_GROUND else "change_angle"
    return advice(action, setting, exercises=_own(setting), light=last_light(setting))


def ease_place(setting: Setting) -> Advice:
    """A little less for this place; nothing is forced (R18, R37)."""
    warned = setting.explanation.early_warning
    if setting.explanation.region in setting.heat.hot:
        now = number(setting.heat.now(setting.explanation.region))
        return advice("rest_place", setting, warned=warned, now=now)
    flare = setting.explanation.flare
    days = days_between(flare.onset, setting.at) if flare else 0.0
    if days > setting.numbers["week_days"]:
        return advice("ease_long", setting, days=int(days))
    return advice("ease_place" if flare or warned else "hold_place", setting, warned=warned)


def morning_check(setting: Setting) -> Advice:
    """One number tomorrow morning, so that there is always something for tomorrow."""
    return advice("morning_check", setting)


def two_tests(setting: Setting) -> Advice | None:
    """A length and a strength test of the muscle where one of them is not known (R68, D2)."""
    state = setting.state(setting.muscle)
    about_muscle = MUSCULAR & {setting.leading, setting.second}
    if not setting.muscle or not about_muscle or "unknown" not in (state.length, state.strength):
        return None
    row = prescription_of(setting)
    if not any(open_tests(setting.muscle, about, setting) for about in ("length", "strength")):
        return None
    return prescription(setting) if row.action in ("two_tests", "test_length", "test_strength") else None
