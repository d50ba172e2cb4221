"""What was asked: which diary, which moment, which place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from flarepath import body
from flarepath.cli import moment
from flarepath.cli.diaries import Source, source
from flarepath.cli.moment import Moment
from flarepath.cli.refusal import Refused
from flarepath.diary import Diary
from flarepath.quantities import Side
from flarepath.safety import Gate, screen
from flarepath.why import ExitCode, Screened


class Gated(Protocol):
    """What every answer behind the safety gate has."""

    @property
    def at(self) -> datetime:
        """The moment."""

    @property
    def region(self) -> str:
        """Where it hurts."""

    @property
    def side(self) -> Side:
        """On which side."""

    @property
    def gate(self) -> Gate:
        """What the gate says of the moment."""

    @property
    def exit_code(self) -> ExitCode:
        """How it ended."""

    @property
    def refusal(self) -> str:
        """Why there is no answer, in a sentence; empty where there is one."""


A = TypeVar("A", bound=Gated)


@dataclass(frozen=True, slots=True)
class Call:
    """A diary, a moment (the last entry's by default) and a place (the one that rose most by default)."""

    source: Source
    at: Moment | None
    region: str
    side: Side

    @property
    def clock(self) -> datetime:
        """The real clock, or the moment asked about if that is later; rows after it are from the future."""
        return max(moment.now(), self.at.latest()) if self.at else moment.now()

    def answer(self, work: Callable[..., A], diary: Diary) -> A:
        """What is said of the diary at this moment and place.

        Args:
            work: `why.explain` or `why.screened`.
            diary: as it was read.
        """
        at = self.at.within(diary) if self.at else None
        return work(diary, at=at, region=self.region, side=self.side)

    def unanswered(self) -> Screened:
        """The gate of a diary without any entry: everything is still to be asked."""
        at = self.at.within(Diary()) if self.at else self.clock
        return Screened(at, self.region, self.side, screen(Diary(), at=at, region=self.region, side=self.side), {})


def called(diary: str, *, at: Moment | None, region: str, side: Side) -> Call:
    """The call, when there is such a diary and such a place: nobody has a shin in the middle.

    Args:
        diary: what DIARY names.
        at: the moment, or None.
        region: a region id, or empty.
        side: a side, or empty.

    Raises:
        Refused: no such file, or the region has no such side.
    """
    if region and not body.side_is_possible(region, side):
        raise Refused(f"There is no {side} {body.region(region).name.lower()}.")
    return Call(source(diary), at, region, side)
