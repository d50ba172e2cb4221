"""An exercise, a muscle or a region by the name a person typed; never guessed, but told what may have been meant."""

from __future__ import annotations

from typing import cast

import click

from flarepath.body import MUSCLES, muscles_named
from flarepath.cli.refusal import Refused
from flarepath.exercises import EQUIPMENT, EXERCISES, Exercise, resolve, suggest


def exercise_named(name: str) -> Exercise:
    """The exercise of that id, name or other name.

    Args:
        name: as it was typed.

    Raises:
        Refused: the library has none of that name, or several.
    """
    known = resolve(name)
    if known:
        return EXERCISES[known]
    meant = suggest(name)
    ask = f" Did you mean {_either(meant)}?" if meant else " See: flarepath exercise list"
    raise Refused(f"The library has no one exercise called {name!r}.{ask}")


def _either(names: tuple[str, ...]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


NO_TOOL = frozenset({"none", "nothing", "no equipment", "bodyweight"})
"""Words for having no tool at all."""


def tools_named(words: str) -> frozenset[str]:
    """The tools of a list with commas; none for an empty one or a word that says so.

    Args:
        words: as they were typed.

    Raises:
        Refused: one of them is no tool of the library.
    """
    tools = frozenset(filter(None, (" ".join(each.lower().split()) for each in words.split(",")))) - NO_TOOL
    unknown = sorted(tools - EQUIPMENT)
    if unknown:
        raise Refused(f"{unknown[0]!r} is no equipment of the library; it knows {', '.join(sorted(EQUIPMENT))}.")
    return tools


class MuscleType(click.ParamType[str]):
    """A muscle by its id, name or other name."""

    name = "muscle"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The id; a word for several muscles is refused with their ids."""
        if not value or value in MUSCLES:
            return value
        found = muscles_named(value)
        if len(found) == 1:
            return found[0]
        hint = f"it means {_either(found)}; name one." if found else f"the muscles are {', '.join(MUSCLES)}."
        return cast("str", self.fail(f"{value!r} is not one muscle: {hint}", param, ctx))
