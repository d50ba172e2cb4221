"""The words a frightened person must never read stand in no copy string (PRODUCT, "Tone")."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

import flarepath

ROOT = Path(flarepath.__file__).parent
BANNED = [
    "zero chance",
    "wouldn't matter",
    "quackery",
    "just",
    "only in your head",
    "torn",
    "broken",
    "degenerating",
    "cure",
    "fixed",
    "safe",
    "all clear",
    "diagnose",
]
EXEMPT = {"sources.toml", "happened.toml"}  # names of others, and words that people write: neither is shown
PATTERN = re.compile(r"\b(" + "|".join(BANNED) + r")\b", re.IGNORECASE)
QUESTION_KEYS = {"text", "gloss"}


def strings(value, key=""):
    """Every string of a TOML document, with the key it stands under."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, key)
    elif isinstance(value, str):
        yield key, value


def copy_of_table(path):
    """The strings of a table; the safety questions' own words are exempt by list."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    exempt = QUESTION_KEYS if path.name == "questions.toml" else set()
    return [text for key, text in strings(table) if key not in exempt and key != "aliases"]


def copy_of_module(text):
    """The string constants of a module that are no docstrings."""
    tree = ast.parse(text)
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, owners) and is_doc(node)}
    docs |= {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    constants = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [node.value for node in constants if id(node) not in docs]


def is_doc(node):
    return bool(node.body) and isinstance(node.body[0], ast.Expr)


TABLES = [path for path in sorted(ROOT.rglob("*.toml")) if path.name not in EXEMPT]
MODULES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_table_says_a_banned_word(path):
    assert [text for text in copy_of_table(path) if PATTERN.search(text)] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sentence_in_the_code_says_a_banned_word(path):
    assert [text for text in copy_of_module(path.read_text()) if PATTERN.search(text)] == []


def test_a_banned_word_is_seen():
    assert PATTERN.search(copy_of_module('"""A doc: just."""\nsay = "It is Just a strain."')[0])


def test_a_longer_word_is_none_of_them():
    assert not PATTERN.search("Adjust the pace; safety first.")
