"""Nobody but safety makes a Clearance, and the plan asks for one."""

import ast
import inspect
from pathlib import Path

import flarepath
from flarepath import plan

ROOT = Path(flarepath.__file__).parent


def makers(sources):
    """The parts in which a Clearance is called into being."""
    return {
        part
        for part, text in sources
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Clearance"
    }


def test_only_safety_makes_a_clearance():
    sources = [(path.relative_to(ROOT).parts[0], path.read_text()) for path in ROOT.rglob("*.py")]
    assert makers(sources) == {"safety"}


def test_a_forged_clearance_is_seen():
    assert makers([("plan", "safety.Clearance(level='clear')")]) == {"plan"}


def test_a_plan_asks_for_a_clearance_first():
    assert next(iter(inspect.signature(plan.plan).parameters)) == "clearance"
