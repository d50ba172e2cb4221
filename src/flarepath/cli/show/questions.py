"""The safety questions on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text

from flarepath.cli.show.strokes import hanging, heading

AREAS: Final = {
    "back": "Back",
    "chest_abdomen": "Chest and belly",
    "foot": "Foot and ankle",
    "general": "Your body as a whole",
    "head_neck": "Head and neck",
    "hip_thigh": "Hip and thigh",
    "knee_leg": "Knee and leg",
    "mind": "Mood",
    "pregnancy": "Pregnancy",
    "shoulder_arm": "Shoulder and arm",
}

WELCOME: Final = Text(
    "\nDanger comes first. Please answer for the moment that you ask about. "
    "There is no wrong answer; if you are not sure, say so."
)


def question_alone(text: str, *, number: int, of: int) -> RenderableType:
    """One question with its place in the row.

    Args:
        text: the question.
        number: which one it is, from 1.
        of: how many there are.
    """
    return Group(Text(f"\nQuestion {number} of {of}", "quiet"), Text(text, "strong"))


def page_of_questions(area: str, lead: str, texts: Sequence[str]) -> RenderableType:
    """Several questions about one area of the body.

    Args:
        area: its id.
        lead: the small line above them.
        texts: the questions, or what they mean.
    """
    rows = (hanging(Text(f"{row}", "mark"), Text(text), width=2) for row, text in enumerate(texts, start=1))
    return Group(heading(AREAS.get(area, area.replace("_", " ").capitalize())), Text(lead, "quiet"), *rows)
