"""A call that cannot be answered: one sentence on stderr and its exit code."""

from __future__ import annotations

from enum import IntEnum

import click


class Exit(IntEnum):
    """How a command ended (PRODUCT, "Commands"; 70, 130 and 141 are what shells expect)."""

    ANSWERED = 0
    NOTHING_TO_ANSWER_FROM = 1
    WRONG_CALL = 2
    RED_FLAG = 3
    FAULT = 70
    STOPPED = 130
    NOBODY_READS = 141


class Refused(click.ClickException):
    """The caller's mistake, in one sentence that says what to do."""

    exit_code = Exit.WRONG_CALL
