"""Everything public says what it does, and docstrings name only arguments that exist."""

import inspect
import pkgutil
import re
from importlib import import_module

import pytest

import flarepath

MODULES = [import_module(found.name) for found in pkgutil.walk_packages(flarepath.__path__, "flarepath.")]
OWN = [
    thing
    for module in MODULES
    for name, thing in inspect.getmembers(module, lambda each: inspect.isfunction(each) or inspect.isclass(each))
    if thing.__module__ == module.__name__ and not name.startswith("_")
]
FUNCTIONS = [thing for thing in OWN if inspect.isfunction(thing)]


def named_arguments(doc):
    """The names under `Args:` of a docstring."""
    section = re.search(r"^Args:\n((?:    .*\n?|\n)*)", doc, re.MULTILINE)
    return set(re.findall(r"^    (\w+):", section.group(1), re.MULTILINE)) if section else set()


@pytest.mark.parametrize("thing", [*MODULES, *OWN], ids=lambda thing: thing.__name__)
def test_everything_public_has_a_docstring(thing):
    assert inspect.getdoc(thing)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f"{f.__module__}.{f.__name__}")
def test_a_docstring_names_only_arguments_that_exist(function):
    assert named_arguments(inspect.getdoc(function)) <= set(inspect.signature(function).parameters)


def test_a_wrong_name_is_seen():
    assert named_arguments("Do.\n\nArgs:\n    time: when.\n    lod_kg: typo.\n") == {"time", "lod_kg"}
