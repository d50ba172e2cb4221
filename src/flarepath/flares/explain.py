"""One region at one moment, explained: features, causes, verdict, course."""

from __future__ import annotations

from datetime import datetime

from flarepath.course import NUMBERS as COURSE
from flarepath.course import Episode, Outcome, current, episodes, standing
from flarepath.diary import Diary
from flarepath.exercises import MuscleState
from flarepath.flares.early_warning import early_warning
from flarepath.flares.evidence import causes
from flarepath.flares.features import features
from flarepath.flares.forecast import forecast
from flarepath.flares.hiding import hiding
from flarepath.flares.lead import CLASSES, lead_sentence, leading, led
from flarepath.flares.meaning import meaning, starved_muscle
from flarepath.flares.model import CauseClass, Explanation, FourQuestions, Verdict
from flarepath.flares.numbers import NUMBERS
from flarepath.flares.repeats import adapted
from flarepath.flares.similar import similar
from flarepath.flares.situation import Situation
from flarepath.flares.soreness import soreness_state
from flarepath.flares.sunk import is_too_soon, sunk
from flarepath.flares.suspects import four_questions, suspects
from flarepath.flares.table import cause_table
from flarepath.flares.weigh import as_usual, bounded, counting, families_answered, posterior, unstrained, verdict
from flarepath.flares.words import region_words
from flarepath.rules import Answer, Finding
from flarepath.sources import Numbers
from flarepath.triggers import Attributed, Trigger


def flare_of(diary: Diary, outcome: Outcome, *, at: datetime, numbers: Numbers = COURSE) -> Episode | None:
    """The flare-up of one outcome that lasts at `at`, or None.

    Args:
        diary: entries up to `at`.
        outcome: what is followed.
        at: the moment asked about.
        numbers: the numbers of `course`.
    """
    return current(episodes(diary, outcome, numbers=numbers), at=at, numbers=numbers)


def explain(
    diary: Diary,
    outcome: Outcome,
    *,
    at: datetime,
    numbers: Numbers = NUMBERS,
    course: Numbers = COURSE,
    attributed: Attributed | None = None,
) -> Explanation:
    """Weigh the causes of one outcome at one moment; the log alone decides, nothing is advised here.

    Args:
        diary: entries up to `at`.
        outcome: what is followed.
        at: the moment asked about.
        numbers: the part's numbers.
        course: the numbers of `course`.
        attributed: what drives the outcome over the whole diary.
    """
    flare = flare_of(diary, outcome, at=at, numbers=course)
    lasting = None if flare else standing(diary, outcome, at=at, numbers=course)
    situation = Situation(diary, at, outcome, flare, lasting, numbers, attributed)
    findings = features(situation)
    counted = counting(findings) if _hurts(situation) else ()
    ranked = suspects(situation)
    top = ranked[0] if ranked else None
    at_floor = sunk(situation, top)
    lead = leading(attributed.triggers if attributed else (), numbers=numbers)
    weighed = led(
        posterior(
            unstrained(counted, findings), prior=as_usual(_prior(situation), findings, numbers=numbers), numbers=numbers
        ),
        lead,
        numbers=numbers,
    )
    probabilities = bounded(weighed, sunk=frozenset(at_floor), numbers=numbers)
    families = families_answered(findings)
    named = _named(verdict(probabilities, families=families, numbers=numbers), lead)
    notes = _notes(findings) | at_floor
    ordered = causes(
        probabilities, findings, unstrained(counted, findings), notes=notes, lead=_lead_reason(lead, outcome)
    )
    state, ready_on = soreness_state(situation, top)
    muscle = _muscle(situation)
    return Explanation(
        region=outcome.region,
        side=outcome.side,
        at=at,
        flare=flare,
        standing=lasting,
        findings=findings,
        causes=ordered,
        verdict=named,
        families_answered=families,
        questions=four_questions(situation),
        suspects=ranked,
        muscle=muscle,
        state=_state(situation, muscle),
        soreness_state=state,
        ready_on=ready_on,
        confounded=_is_confounded(findings),
        adapted=adapted(situation),
        meaning=meaning(situation, ordered, named, findings),
        forecast=forecast(situation, ordered[0].cause, top),
        similar=similar(situation),
        hiding=hiding(situation),
        early_warning=early_warning(situation),
        triggers=attributed.triggers if attributed else (),
        lead=lead,
    )


def nothing_felt(*, at: datetime) -> Explanation:
    """The explanation where nothing was ever felt: no cause is weighed.

    Args:
        at: the moment asked about.
    """
    return Explanation(
        region="",
        side="",
        at=at,
        flare=None,
        standing=None,
        findings=(),
        causes=(),
        verdict="no_cause_found",
        families_answered=0,
        questions=FourQuestions((), (), (), ()),
        suspects=(),
        muscle="",
        state=None,
        soreness_state="ready",
        ready_on=None,
        confounded=False,
        adapted=None,
        meaning=(),
        forecast=(),
        similar=(),
        hiding="",
        early_warning="",
    )


def _named(found: Verdict, lead: Trigger | None) -> Verdict:
    """The verdict; where a trigger leads it is never that no cause was found."""
    return "two_explanations" if lead and found == "no_cause_found" else found


def _lead_reason(lead: Trigger | None, outcome: Outcome) -> tuple[frozenset[CauseClass], str]:
    """The classes that the leading trigger speaks for, and its sentence; none where nothing leads."""
    if lead is None:
        return frozenset(), ""
    classes = frozenset[CauseClass]().union(*(CLASSES[each.kind] for each in lead.exposures))
    return classes, lead_sentence(lead, place=region_words(outcome.region))


def _notes(findings: tuple[Finding, ...]) -> dict[CauseClass, str]:
    """What speaks against a class besides the table: a strained time in the same days (R89)."""
    strained = next((f.because for f in findings if f.rule == "bad_sleep_or_stress" and f.answer is Answer.YES), "")
    notes: dict[CauseClass, str] = {}
    if _is_confounded(findings):
        both = f"{strained} Nobody can tell that from the new work yet.".strip()
        notes = {"sore_muscle": both, "joint_tendon_nerve": both}
    return notes


def _hurts(situation: Situation) -> bool:
    """Whether there is anything to explain: a flare-up, a standing pain, or a level of 2 points and more."""
    level = situation.series[-1].points if situation.series else 0.0
    return bool(situation.flare or situation.standing) or level >= situation.numbers["risen_points"]


def _prior(situation: Situation) -> dict[CauseClass, float]:
    name = "standing" if situation.standing else "trained" if _may_be_trained(situation) else "untrained"
    return dict(cause_table().priors[name])


def _may_be_trained(situation: Situation) -> bool:
    """Whether training may have set it off; a first number in the hour of the first session says nothing of that."""
    is_first = situation.flare is not None and not situation.flare.baseline_known and is_too_soon(situation)
    return bool(situation.trained) and _hurts(situation) and not is_first


def _muscle(situation: Situation) -> str:
    """The muscle the answer speaks of: tested, starved or trained near this place, in that order."""
    near = situation.near_muscles
    tested = (m for m in near if {situation.state(m).length, situation.state(m).strength} & {"short", "long", "weak"})
    trained = (m for m in near if m in situation.trained_muscles)
    return next(tested, "") or starved_muscle(situation) or next(trained, "") or next(iter(near), "")


def _state(situation: Situation, muscle: str) -> MuscleState | None:
    return situation.state(muscle) if muscle else None


def _is_confounded(findings: tuple[Finding, ...]) -> bool:
    """A stress item and a novelty item hold together, so that nobody can tell the two apart (R89)."""
    table = cause_table().features
    held = [table[f.rule] for f in findings if f.answer is Answer.YES]
    return any(feature.stress for feature in held) and any(feature.novelty for feature in held)
