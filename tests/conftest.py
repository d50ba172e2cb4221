"""Fixtures shared by all tests."""

from textwrap import dedent

import pytest

from flarepath.diary import read

HEADER = "time,kind,what,where,side,value,unit,detail"


def diary_of(rows, *, zone="Europe/Paris"):
    """The diary of these rows, without problems; plain local times are read in `zone`."""
    lines = [line.strip() for line in dedent(rows).strip().splitlines()]
    diary = read("\n".join([HEADER, f"2020-01-01T00:00,fact,timezone,,,{zone},,", *lines]).splitlines(keepends=True))
    assert diary.problems == ()
    return diary


@pytest.fixture
def make_diary():
    """`diary_of`, for tests that build more than one diary."""
    return diary_of


@pytest.fixture
def diary(request):
    """The diary written in the test's own docstring."""
    return diary_of(request.function.__doc__)
