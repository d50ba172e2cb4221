"""Ada's attribution by hand: a set of two hinges behind her thigh, sleep that lowers it, butter, and quiet places."""

import io
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest

from flarepath.course import Outcome
from flarepath.triggers import (
    Attributed,
    Attribution,
    Counts,
    Estimate,
    Exposure,
    LagPoint,
    Share,
    Trigger,
    document,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
FEW = "6 check-ins so far; at least 10 are needed."
HINGE, RDL = "exercise:single_leg_hinge", "exercise:romanian_deadlift"


def bump(peak, points, *, last=96):
    """A curve that rises to `points` at `peak` hours and fades, with its band."""
    hours = range(0, last + 1, 4)
    heights = [points * (each / peak * 2.718 ** (1 - each / peak)) ** 3 for each in hours]
    return tuple(
        LagPoint(float(each), height, 0.6 * height - 0.05, 1.4 * height + 0.05)
        for each, height in zip(hours, heights, strict=True)
    )


def trigger(members, effect=(1.4, 0.8, 2.1), *, peak=36, ladder="likely", **more):
    """A trigger; members are pairs of key and probability, the effect is mean, low and high."""
    counts = more.pop("counts", Counts(8, 2, 3, 41))
    exposures = tuple(Exposure(key, share, counts) for key, share in members)
    curve = bump(peak, effect[0], last=more.pop("last", 96))
    return Trigger(
        exposures,
        min(1.0, sum(share for _, share in members)),
        Estimate(*effect),
        more.pop("per", "typical dose"),
        float(peak),
        curve,
        ladder,
        more.pop("needs", ""),
        **more,
    )


def split(felt, *shares):
    """The split of a check-in; what is left is unexplained."""
    left = felt - 1.0 - sum(value for _, value in shares)
    return (
        Share("baseline", (), 1.0, 0.6, 1.4),
        *(Share("trigger", keys, value, 0.5 * value, 1.5 * value) for keys, value in shares),
        Share("unexplained", (), left, left - 0.8, left + 0.8),
    )


def attributed(outcome, probabilities, *, triggers=(), abstains=None, shares=()):
    """One outcome, such as ("pain", "shin", "right"), with a check-in each noon."""
    moments = tuple(NOON + timedelta(days=day) for day in range(len(shares)))
    shown = MappingProxyType(probabilities)
    return Attributed(
        Outcome(*outcome), 6 if abstains else 182, tuple(triggers), shown, abstains, moments, tuple(shares)
    )


def thigh():
    """The outcome with two triggers."""
    hinges = trigger([(HINGE, 0.55), (RDL, 0.42)], needs="3 more sessions with only one of them")
    sleep = trigger(
        [("sleep", 0.71)],
        (-0.8, -1.3, -0.2),
        peak=10,
        per="1.1 h above the usual",
        counts=Counts(9, 58, 16, 79),
        ladder="suspected",
    )
    return attributed(
        ("pain", "thigh_back", "left"),
        {HINGE: 0.55, RDL: 0.42, "sleep": 0.71, "food:bread": 0.06, "stress": 0.04, "screen": 0.01},
        triggers=[hinges, sleep],
        shares=[split(2.0), split(6.0, ((HINGE, RDL), 2.6), (("sleep",), 0.5)), split(3.0, ((HINGE, RDL), 1.0))],
    )


def butter():
    """The outcome with one food behind it."""
    dose = "more than 1.5 of the usual portion"
    single = trigger([("food:butter", 0.93)], (2.2, 1.1, 3.3), peak=5, last=48, dose=dose)
    return attributed(("soreness", "shoulder_top", "both"), {"food:butter": 0.93, "stress": 0.1}, triggers=[single])


@pytest.fixture
def ada():
    """Her whole attribution."""
    quiet = attributed(("pain", "shin", "right"), {HINGE: 0.02, "stress": 0.2})
    calf = attributed(("tightness", "calf", "left"), {"stress": 0.05}, abstains=FEW)
    toes = attributed(("pain", "toes", "left"), {"stress": 0.05}, abstains=FEW)
    return Attribution(180, (calf, butter(), thigh(), quiet, toes))


@pytest.fixture
def unexplained():
    """An attribution without any trigger."""
    calf = attributed(("tightness", "calf", "left"), {"stress": 0.05}, abstains=FEW)
    shin = attributed(("pain", "shin", "right"), {HINGE: 0.22, "stress": 0.2})
    return Attribution(30, (calf, shin))


@pytest.fixture
def page_of():
    """An attribution as its document."""
    return lambda attribution: document(attribution, diary="ada.csv")


class Window(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        """Whether somebody looks."""
        return True


@pytest.fixture
def window(monkeypatch):
    """A terminal to look at."""
    monkeypatch.setenv("TERM", "xterm")
    return Window()
