"""Imports only go up the page. This table is the architecture; nothing else may contradict it."""

import ast
from pathlib import Path

import pytest

import flarepath

LAYERS = [
    {"errors", "quantities", "sources"},
    {"body", "rules"},
    {"diary"},
    {"course"},
    {"exercises", "safety"},
    {"triggers"},
    {"flares"},
    {"lessons", "questionnaires"},
    {"plan", "experiments", "exchange"},
    {"why"},
    {"cohort", "store", "simulate"},
    {"web"},
    {"cli"},
]
ROW = {part: row for row, parts in enumerate(LAYERS) for part in parts}
PURE = {part for part, row in ROW.items() if row <= ROW["why"]}
ROOT = Path(flarepath.__file__).parent
MODULES = [path for path in sorted(ROOT.rglob("*.py")) if path != ROOT / "__init__.py"]
DJANGO_APP = {"flarepath.store.backup", "flarepath.store.models", "flarepath.store.people", "flarepath.store.waiting"}
"""A Django app's package is imported before its models can be, so the models are imported by their own name."""
FOREIGN = {"django", "dask", "click", "typer", "rich"}
CLOCKS = {"now", "today", "utcnow", "time", "monotonic", "perf_counter"}


def part_of(path):
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def names_imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def upward(path, tree):
    """The parts a module imports that do not stand in a row above its own."""
    here = part_of(path)
    parts = {name.split(".")[1] for name in names_imported(tree) if name.startswith("flarepath.")}
    return {part for part in parts - {here} if ROW[part] >= ROW[here]}


def inner(path, tree):
    """Modules of other parts that are imported past their package."""
    here = part_of(path)
    far = [name.split(".") for name in names_imported(tree) if name.startswith("flarepath.")]
    return {".".join(name) for name in far if name[1] != here and len(name) > 2} - DJANGO_APP


def clocks(tree):
    """Calls that read a clock or the global random state, and files opened past the part's own data."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            last = called.split(".")[-1]
            if called in {"open", "io.open"} or called.startswith("random."):
                found.add(called)
            if last in CLOCKS and called.split(".")[0] in {"datetime", "date", "time"}:
                found.add(called)
    return found


def cycles(edges):
    """The parts that can reach themselves."""
    reach = {part: set(others) for part, others in edges.items()}
    for _ in edges:
        for far in reach.values():
            far |= {further for near in far for further in reach.get(near, set())}
    return {part for part, far in reach.items() if part in far}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_part_imports_only_from_rows_above_its_own(path):
    assert not upward(path, ast.parse(path.read_text()))


def test_an_import_that_goes_down_the_page_is_seen():
    assert upward(ROOT / "body" / "x.py", ast.parse("from flarepath.diary import Entry")) == {"diary"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_part_is_imported_through_its_package(path):
    assert not inner(path, ast.parse(path.read_text()))


def test_every_part_has_a_row():
    assert {part_of(path) for path in MODULES} <= set(ROW)


PURE_MODULES = [path for path in MODULES if part_of(path) in PURE]


@pytest.mark.parametrize("path", PURE_MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_down_to_why_nothing_reads_a_clock_a_file_or_global_chance(path):
    assert not clocks(ast.parse(path.read_text()))


def test_a_clock_is_seen():
    assert clocks(ast.parse("datetime.now(tz)")) == {"datetime.now"}


@pytest.mark.parametrize("path", PURE_MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_down_to_why_nothing_needs_the_web_or_a_command_library(path):
    names = {name.split(".")[0] for name in names_imported(ast.parse(path.read_text()))}
    assert not names & FOREIGN


def named(path):
    return ".".join(("flarepath", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")


def far_modules(tree, modules):
    """The modules that a tree imports; `from package import module` is an import of the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in modules:
            inner = {f"{node.module}.{alias.name}" for alias in node.names} & modules
            yield from inner or {node.module}
        elif isinstance(node, ast.Import):
            yield from {alias.name for alias in node.names} & modules


def module_edges():
    modules = {named(path) for path in MODULES}
    return {named(path): set(far_modules(ast.parse(path.read_text()), modules)) - {named(path)} for path in MODULES}


def test_no_module_imports_itself_by_a_detour():
    assert not cycles(module_edges())


def test_a_cycle_is_seen():
    assert cycles({"a": {"b"}, "b": {"a"}, "c": {"a"}}) == {"a", "b"}
