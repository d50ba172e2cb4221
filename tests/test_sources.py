"""Every number, question and sentence has an origin, and the origin exists."""

import tomllib
from pathlib import Path

import pytest

import flarepath
from flarepath.sources import all_sources, source

ROOT = Path(flarepath.__file__).parent
TABLES = [path for path in sorted(ROOT.rglob("*.toml")) if path.name != "sources.toml"]
SURE = {"seen", "known", "uncertain", "expert", "derived", "ours"}


def origins(value):
    """Every value of a table under a key that is, or ends in, `source` or `sources`."""
    if isinstance(value, list):
        for inner in value:
            yield from origins(inner)
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        if not isinstance(inner, dict) and (key in {"source", "sources"} or key.endswith("_source")):
            yield from inner if isinstance(inner, list) else [inner]
        else:
            yield from origins(inner)


def unknown(text):
    return sorted(set(origins(tomllib.loads(text))) - set(all_sources()))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_table_names_only_sources_that_exist(path):
    assert unknown(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text", ['[a]\nsource = "nobody"', '[[a]]\nsources = ["doms", "nobody"]', 'b_source = "nobody"']
)
def test_a_source_that_does_not_exist_is_seen(text):
    assert unknown(text) == ["nobody"]


def test_every_source_says_who_and_how_sure():
    weak = [each.key for each in all_sources().values() if not each.who or each.sure not in SURE]
    assert weak == []


def test_every_source_says_when_it_last_changed_and_why():
    changed = {each.key: each.changed.partition(": ") for each in all_sources().values()}
    assert [key for key, (day, _, why) in changed.items() if len(day) != len("2026-11-23") or not why] == []


def test_a_year_is_a_year():
    years = [each.year for each in all_sources().values() if each.year is not None]
    assert years
    assert all(1900 < year < 2100 for year in years)


def test_what_was_read_has_an_address_or_lost_it_on_record():
    lost = {each.key for each in all_sources().values() if each.sure == "seen" and not each.address}
    assert lost == {"article", "liaghat", "mcgill", "sleep_gerhart"}


def test_an_unknown_source_is_refused_by_name():
    with pytest.raises(ValueError, match="nobody"):
        source("nobody")
