"""Outcomes without a trigger, folded: one line for each reason, however many outcomes share it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from flarepath.cli.show.exposures import decapitalised, outcome_words

NO_PROOF: Final = "Nothing stands out; that is no proof that there is nothing."
NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")

Document = dict[str, Any]


def folded(outcomes: Iterable[Document]) -> Iterator[str]:
    """One line for each reason: the outcomes, and why no trigger can be named for them.

    Args:
        outcomes: those without a trigger, as the document holds them.
    """
    alike: dict[str, list[Document]] = defaultdict(list)
    for outcome in outcomes:
        alike[NUMBER.sub("#", reason(outcome))].append(outcome)
    for group in alike.values():
        names = "; ".join(decapitalised(outcome_words(outcome)) for outcome in group)
        said = spanned([reason(outcome) for outcome in group])
        yield f"{names[:1].upper()}{names[1:]}: {decapitalised(said)}"


def reason(outcome: Document) -> str:
    """Why no trigger can be named for an outcome, as a sentence.

    Args:
        outcome: as the document holds it.
    """
    return f"{(outcome['abstains'] or NO_PROOF).rstrip('.')}."


def spanned(sentences: Sequence[str]) -> str:
    """Sentences that differ in their numbers as one, each number from the least to the most.

    Args:
        sentences: of the same words.

    Example:
        >>> spanned(["6 check-ins so far; 10 are needed.", "8 check-ins so far; 10 are needed."])
        '6 to 8 check-ins so far; 10 are needed.'
    """
    columns = iter(zip(*(NUMBER.findall(sentence) for sentence in sentences), strict=True))
    return NUMBER.sub(lambda _: _span(next(columns)), sentences[0])


def _span(numbers: Sequence[str]) -> str:
    least, most = min(numbers, key=float), max(numbers, key=float)
    return least if float(least) == float(most) else f"{least} to {most}"
