"""Every word of a page goes through gettext, and none is said in a script."""

import re
from pathlib import Path

import pytest

import flarepath.web

WEB = Path(flarepath.web.__file__).parent
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
SCRIPTS = sorted((WEB / "static" / "flarepath").glob("*.js"))
NAMES = {"Flarepath", "· Flarepath", "diary.csv", "PDF"}
SHOWN_ATTRIBUTES = r'(?:aria-label|alt|title|placeholder)="([^"{]*[A-Za-z]{2,}[^"]*)"'


def untranslated(text):
    """The words that stand in a template as they are."""
    plain = re.sub(r"\{% blocktranslate.*?%\}.*?\{% endblocktranslate %\}", "", text, flags=re.DOTALL)
    plain = re.sub(r"<style>.*?</style>", "", plain, flags=re.DOTALL)
    plain = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", plain, flags=re.DOTALL)
    words = re.findall(r">([^<>]*[A-Za-z]{2,}[^<>]*)<", plain) + re.findall(SHOWN_ATTRIBUTES, plain)
    return {word.strip() for word in words} - NAMES - {""}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_word_of_a_page_can_be_translated(path):
    assert untranslated(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_nothing_by_itself(path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r'(?:textContent|innerText|ariaLabel)\s*=\s*["`\'][^"`\']*[A-Za-z]{2,}', text) == []


def test_the_check_finds_a_word():
    assert untranslated('<p>{% translate "a" %} hello</p>') == {"hello"}
