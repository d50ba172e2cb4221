"""An exercise of the library on a terminal: muscles with their lengths, how to do it, when to stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from flarepath.body import MUSCLES
from flarepath.cli.show.strokes import bullets, hanging, heading
from flarepath.exercises import EXERCISES
from flarepath.sources import source

ROLES: Final = {"main": "chosen for", "helps": "helps", "little": "does little", "unclear": "cannot tell"}

STRIP: Final = 16
"""The cells of a length strip."""

NOT_ADVICE: Final = (
    "This describes an exercise of the library. It gives no advice about a pain. If a pain is new, strong or getting "
    "worse, ask a person first."
)

STRIP_WORDS: Final = (
    "The strip is the muscle's range, short on the left; | is its length when you stand, and the word says whether the "
    "exercise takes it longer or shorter than that."
)

HARDLY: Final = 5
"""A change of length smaller than this, in per cent of the range, is none to speak of."""

Document = dict[str, Any]


def exercise_page(document: Document, width: int) -> Iterator[RenderableType]:
    """Everything the library says of one exercise.

    Args:
        document: as `exercise --json` gives it.
        width: of the sheet.
    """
    yield Text.assemble(("\n" + document["name"], "strong"), (f"  {document['id']}", "quiet"))
    told = ", ".join([document["pattern"].replace("_", " "), *document["equipment"]])
    yield Text(f"{told}; {'one side at a time' if document['sides'] == 'one' else 'both sides together'}", "quiet")
    yield heading("Muscles")
    main = [row for row in document["muscles"] if row["role"] in ("main", "helps")]
    yield _muscles(main, lengths=width >= STRIP * 3)
    if any(row["modelled"] for row in main):
        yield Text(f"\n{STRIP_WORDS}", "quiet")
    yield heading("How")
    yield from bullets(document["cues"])
    if document["marker"]:
        yield hanging(Text("how far", "quiet"), Text(document["marker"]), width=10)
    yield hanging(Text("felt", "quiet"), Text(document["felt_where"]), width=10)
    yield hanging(Text("first dose", "quiet"), Text(document["first_dose"]), width=10)
    for name in ("easier", "harder"):
        if document[name]:
            yield hanging(Text(name, "quiet"), _called(document[name]), width=10)
    yield heading("Stop at", "care")
    yield from bullets(document["stop_signs"])
    yield heading("Where this comes from")
    yield from bullets((source(key).who for key in document["sources"]), style="quiet")
    yield Text(f"\n{NOT_ADVICE}", "quiet")


def _called(exercise_id: str, *, style: str = "") -> Text:
    """The name of an exercise and the id to call it by."""
    return Text.assemble((EXERCISES[exercise_id].name, style), (f"  {exercise_id}", "quiet"))


def _muscles(rows: Sequence[Document], *, lengths: bool) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(ratio=1)
    grid.add_column()
    grid.add_column()
    for row in rows:
        name = MUSCLES[row["muscle"]].name if row["muscle"] in MUSCLES else row["muscle"]
        drawn = strip_line(row) if row["modelled"] and lengths else Text("not modelled" if lengths else "", "quiet")
        grid.add_row(Text(name), Text(f"{ROLES[row['role']]}, {row['zone']}", "quiet"), drawn)
    return grid


def strip_line(row: Document) -> Text:
    """A muscle's lengths in a line: the used part of its range, the mark of standing, and what that means.

    Args:
        row: of the document's muscles, modelled.

    Example:
        >>> strip_line({"range_low": 50, "range_high": 100, "standing": 25}).plain
        '····|···████████ longer'
    """
    low, high, standing = (round((STRIP - 1) * row[end] / 100) for end in ("range_low", "range_high", "standing"))
    cells = [("█" if low <= cell <= high else "·") for cell in range(STRIP)]
    cells[standing] = "|"
    runs = [("".join(run), "mark" if kind == "█" else "quiet") for kind, run in groupby(cells)]
    return Text.assemble(*runs, f" {_against_standing(row)}")


def _against_standing(row: Document) -> str:
    longer, shorter = row["range_high"] - row["standing"], row["standing"] - row["range_low"]
    if max(longer, shorter) < HARDLY:
        return "as standing"
    if min(longer, shorter) >= HARDLY:
        return "both ways"
    return "longer" if longer > shorter else "shorter"


def list_page(documents: Sequence[Document]) -> Iterator[RenderableType]:
    """The library by pattern.

    Args:
        documents: as `exercise list --json` gives them.
    """
    if not documents:
        yield Text("\nThe library has nothing like that.")
        return
    pattern_of = itemgetter("pattern")
    for pattern, group in groupby(sorted(documents, key=pattern_of), key=pattern_of):
        yield heading(pattern.replace("_", " ").capitalize())
        for each in group:
            yield Text.assemble(each["name"], (f"  {each['id']}", "quiet"))
    yield Text(f"\n{len(documents)} in all. One of them: flarepath exercise ID", "quiet")


def swap_page(document: Document) -> Iterator[RenderableType]:
    """What to do instead, each with its reason.

    Args:
        document: as `swap --json` gives it.
    """
    yield Text(f"\nInstead of: {EXERCISES[document['exercise']].name}", "strong")
    for number, each in enumerate(document["swaps"], start=1):
        yield Text("")
        first = (f"First: {each['first_dose']}", "quiet")
        told = Text.assemble(_called(each["exercise"], style="mark"), f"\n{each['why']}\n", first)
        yield hanging(Text(f"{number}", "mark"), told, width=2)
    if document["none_because"]:
        yield Text(f"\n{document['none_because']}")
    yield Text(f"\n{NOT_ADVICE}", "quiet")
