"""Fixtures shared by all tests."""

import os
from importlib.util import find_spec
from tempfile import mkdtemp
from textwrap import dedent

import pytest

from flarepath.diary import read

if find_spec("django"):
    # The run-time floor has no Django; everywhere else its models can only be imported once it is set up.
    os.environ["FLAREPATH_FOLDER"] = mkdtemp(prefix="flarepath-tests-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "flarepath.web.settings"
    import django

    django.setup()

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


@pytest.fixture(scope="session")
def database():
    """The empty database of this test run."""
    from django.core.management import call_command  # noqa: PLC0415 - only tests of the app pay for it

    call_command("migrate", verbosity=0)


@pytest.fixture
def people(database):
    """Nobody is in the database, before and after."""
    from flarepath.store.models import Person  # noqa: PLC0415 - as above

    del database
    Person.objects.all().delete()
    yield Person
    Person.objects.all().delete()
