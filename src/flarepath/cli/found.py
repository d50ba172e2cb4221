"""One diary and what was found in it: plain values that can travel from one process to another."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from click import format_filename

from flarepath import triggers
from flarepath.cli.diaries import STDIN, Source, source
from flarepath.cli.refusal import Refused
from flarepath.cli.standing import standing
from flarepath.diary import Diary, Problem, read
from flarepath.errors import FlarepathError, NothingToAnswerFrom
from flarepath.triggers import Attributed, Attribution, Share

RECENT: Final = timedelta(days=28)
"""The moment to be split lies at most this long before the last check-in (ours)."""

NOTHING: Final = "The diary holds no entry, so there is nothing to answer from."

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class One:
    """One diary of a call; what came in through `-` is read at once, as no other process could."""

    source: Source
    piped: bytes | None = None

    @property
    def name(self) -> str:
        """The diary's name, as the person called it."""
        return format_filename(self.source.name)

    def diary(self, *, now: datetime) -> Diary:
        """The diary as it stands.

        Args:
            now: rows later than this are from the future.
        """
        return self.source.diary(now=now) if self.piped is None else read(io.BytesIO(self.piped), now=now)


@dataclass(frozen=True, slots=True)
class Found:
    """The document of one diary, the lines that need a look, and the moment to be split into points.

    `error` is the sentence that says why there is no answer; the document holds it too.
    """

    one: One
    document: Document
    problems: Sequence[Problem] = ()
    moment: Document | None = None
    error: str = ""


def each_one(names: Iterable[str]) -> tuple[One, ...]:
    """Every diary that a call names: each file, each .csv of each folder, and what comes in through `-`.

    Args:
        names: in the order of the call.

    Raises:
        Refused: there is no such file, or no .csv in a folder, or `-` stands there twice.
    """
    named = list(names)
    if named.count(STDIN) > 1:
        raise Refused("Only one diary can come in through -.")
    return tuple(one for name in named for one in _within(name))


def _within(name: str) -> Iterator[One]:
    whole = source(name)
    if name == STDIN:
        yield One(whole, whole.content())
    elif Path(name).is_dir():
        folder = name.rstrip("/")
        yield from (One(Source(f"{folder}/{path.name}", (path,))) for path in whole.paths)
    else:
        yield One(whole)


def found(one: One, *, now: datetime, quick: bool) -> Found:
    """What drives which outcome in one diary; where it cannot be said, the sentence that says why.

    Args:
        one: which diary.
        now: rows later than this are from the future.
        quick: the instant answer instead of the sampled one.
    """
    try:
        diary = one.diary(now=now)
    except Refused as unread:
        return _unsaid(one, unread.format_message(), ())
    first = _first(diary)
    try:
        attribution = _attribution(diary, quick=quick)
    except FlarepathError as unsaid:
        return _unsaid(one, str(unsaid), diary.problems, first)
    document = first | triggers.document(attribution, diary=one.name)
    return Found(one, document, diary.problems, moment_of(attribution))


def _first(diary: Diary) -> Document:
    """What stands in the diary and is said before anything else; empty where nothing does."""
    said = standing(diary)
    return {"safety": said} if said else {}


def _attribution(diary: Diary, *, quick: bool) -> Attribution:
    if not diary.entries:
        raise NothingToAnswerFrom(NOTHING)
    return triggers.find(diary, quick=quick)


def _unsaid(one: One, error: str, problems: Sequence[Problem], first: Document | None = None) -> Found:
    """A document of the same form, so that one reader reads every line."""
    document = (first or {}) | {"diary": one.name, "days": 0, "outcomes": [], "error": error}
    return Found(one, document, problems, error=error)


def moment_of(attribution: Attribution) -> Document | None:
    """The highest recent check-in of the outcome with the surest trigger, split into points; None without a trigger.

    Args:
        attribution: what was found.
    """
    named = [outcome for outcome in attribution.outcomes if outcome.triggers and outcome.moments]
    if not named:
        return None
    surest = max(named, key=lambda outcome: max(trigger.probability for trigger in outcome.triggers))
    recent = _recent(surest)
    # Of two that are as high, the later.
    place = max(recent, key=lambda each: (round(sum(share.value for share in surest.shares[each]), 6), each))
    return {
        "outcome": surest.outcome.kind,
        "region": surest.outcome.region,
        "side": surest.outcome.side,
        "time": surest.moments[place].isoformat(),
        "highest_of": len(recent),
        "points": [_share(share) for share in surest.shares[place]],
    }


def _recent(outcome: Attributed) -> list[int]:
    """The places of the newest check-ins."""
    since = outcome.moments[-1] - RECENT
    return [place for place, time in enumerate(outcome.moments) if time >= since]


def _share(share: Share) -> Document:
    """As `why --json` writes it."""
    return {
        "source": share.source,
        "exposures": list(share.exposures),
        "value": share.value,
        "low": share.low,
        "high": share.high,
    }
