"""Every command, number, feature and question stands in the docs."""

import importlib.util
import re
from pathlib import Path

import pytest

from flarepath.cli.commands import flarepath_command

ROOT = Path(__file__).parents[2]
GUIDE = "\n".join(path.read_text() for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))])
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def knowledge():
    spec = importlib.util.spec_from_file_location("knowledge_page", ROOT / "tools" / "knowledge_page.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("command", flarepath_command.list_commands(None))
def test_every_command_is_documented(command):
    assert f"flarepath {command}" in GUIDE


def test_the_page_of_numbers_is_what_the_tables_say():
    assert knowledge().PAGE.read_text() == knowledge().page()


def test_the_page_of_home_tests_is_what_the_table_says():
    assert knowledge().TESTS_PAGE.read_text() == knowledge().tests_page()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(path):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text())
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("target", re.findall(r"`make (\w+)`", GUIDE))
def test_every_make_target_named_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
