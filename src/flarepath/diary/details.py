"""The `detail` column: `key=value; key=value`, with the forms that the vocabulary gives the keys of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from flarepath.body import MUSCLES, muscles_named, nearest
from flarepath.diary.escapes import FORMULA_SIGNS, escaped, is_formula, unescaped
from flarepath.diary.numerals import number
from flarepath.diary.unreadable import Unreadable, quoted
from flarepath.diary.vocabulary import Form, Kind

Details = tuple[tuple[str, str], ...]
"""The pairs in the order written."""

MOST_WORDS: Final = 20
"""So many words may be joined by `+` under a key that knows its words."""

_LEADING_WORD: Final = re.compile(r"[a-z_]+")
_FREE: Final = Form()


def details(cell: str, kind: Kind, *, comma: bool = False) -> Details:
    """The pairs of one cell; a piece without a key belongs to `text`, so that plain remarks read as they stand.

    Args:
        cell: the column as it stands.
        kind: whose keys have a form.
        comma: whether 7,5 may stand for 7.5.

    Raises:
        Unreadable: a key that the kind knows holds a value of another form.
    """
    if is_formula(cell):
        raise Unreadable(f"{quoted(cell)} is a formula, which a spreadsheet would run")
    pairs = tuple(_with_text(_pairs(cell, kind)))
    found = tuple((key, _checked(key, value, kind.details.get(key, _FREE), comma=comma)) for key, value in pairs)
    twice = {key for key, _ in found if key in kind.details and kind.details[key] != _FREE}
    if sum(key in twice for key, _ in found) > len(twice):
        raise Unreadable("a key of the detail stands there twice")
    return found


def _pairs(cell: str, kind: Kind) -> Iterator[tuple[str, str]]:
    for piece in cell.split(";"):
        key, equals, value = piece.partition("=")
        key, value = key.strip(), value.strip()
        if not equals:
            if key:
                yield "", _remark(key, kind)
        elif not key:
            raise Unreadable(f"{quoted(piece.strip())} has no key before its '='")
        else:
            name = unescaped(key)
            yield (name.lower() if name.lower() in kind.details else name), value


def _remark(piece: str, kind: Kind) -> str:
    word = _LEADING_WORD.match(piece)
    if word and word.group() in kind.details and kind.details[word.group()] != _FREE:
        raise Unreadable(f"{quoted(piece)} lacks its '='")
    return piece


def _with_text(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pieces without a key (empty here) go on with the text before them, or begin one."""
    texts: list[str] = []
    for key, value in pairs:
        if key and texts:
            yield "text", "; ".join(texts)
            texts = []
        if key in ("", "text"):
            texts.append(value)
        else:
            yield key, value
    if texts:
        yield "text", "; ".join(texts)


def _checked(key: str, value: str, form: Form, *, comma: bool) -> str:
    if is_formula(value) and form == _FREE:
        raise Unreadable(f"{quoted(value)} under {quoted(key)} is a formula, which a spreadsheet would run")
    found = unescaped(value)
    if not found or form == _FREE:
        return found
    try:
        return _in_form(found, form, comma=comma)
    except Unreadable as refused:
        raise Unreadable(f"{key}: {refused.why}", word=refused.word, among=refused.among) from None


def _in_form(value: str, form: Form, *, comma: bool) -> str:
    if form.limits:
        number(value, form.limits, comma=comma)
        return value.replace(",", ".")
    words = [word.strip().lower() for word in value.split("+")]
    if len(words) > MOST_WORDS:
        raise Unreadable(f"more than {MOST_WORDS} words")
    for word in words:
        if form.words and word not in form.words:
            raise Unreadable(f"{quoted(word)} is not known here", word=word, among=lambda: form.words)
        if form.muscles and not muscles_named(word) and nearest(word[:40], MUSCLES):
            raise Unreadable(f"{quoted(word)} is not a known muscle", word=word, among=lambda: MUSCLES)
    return "+".join(words)


def detail_cell(pairs: Details) -> str:
    """The cell that reads back as these pairs.

    Args:
        pairs: keys and values.

    Raises:
        ValueError: a key is empty.
    """
    return "; ".join(f"{_key(key)}={_value(value)}" for key, value in pairs)


def _key(key: str) -> str:
    if not key:
        raise ValueError("a detail without a key cannot be written")
    return escaped(key, besides=";=", first=key[0] in FORMULA_SIGNS)


def _value(value: str) -> str:
    return escaped(value, besides=";", first=is_formula(value))
