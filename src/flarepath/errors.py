"""What can go wrong that a caller may want to handle by name."""

from __future__ import annotations


class FlarepathError(Exception):
    """The data cannot say; the message is one plain sentence that a page can show as it is."""


class TooLittleData(FlarepathError):
    """A question was asked that the diary cannot answer yet; it carries its numbers.

    Example:
        >>> str(TooLittleData(have=3, need=5, of="check-ins"))
        '3 check-ins so far; at least 5 are needed.'
    """

    def __init__(self, *, have: int, need: int, of: str) -> None:
        super().__init__(f"{have} {of} so far; at least {need} are needed.")
        self.have, self.need, self.of = have, need, of


class NothingToAnswerFrom(FlarepathError):
    """The diary holds no entry at or before the moment that was asked about."""


class UnknownId(ValueError):
    """An id that no table holds; names the nearest one that exists.

    Example:
        >>> str(UnknownId("region", "knee_frnt", "knee_front"))
        "'knee_frnt' is not a known region; did you mean 'knee_front'?"
    """

    def __init__(self, kind: str, value: str, nearest: str | None = None) -> None:
        hint = f"; did you mean {nearest!r}?" if nearest else ""
        super().__init__(f"{value!r} is not a known {kind}{hint}")
        self.kind, self.value, self.nearest = kind, value, nearest
