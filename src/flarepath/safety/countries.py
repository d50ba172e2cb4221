"""Whom to call, by country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flarepath.safety.checked import row_of
from flarepath.sources import load_table

OTHER = "other"
"""What a person tells whose country has no row."""

NEEDED = ("name", "emergency", "urgent", "doctor", "crisis", "names", "source")


@dataclass(frozen=True, slots=True)
class HelpNumbers:
    """The telephone numbers and words for help in one country.

    `urgent` is where to turn for the same day, `doctor` what people call the doctor they book with, `crisis` someone
    to talk to about not wanting to live.
    """

    country: str
    name: str
    emergency: str
    urgent: str
    doctor: str
    crisis: str
    source: str

    @property
    def words(self) -> dict[str, str]:
        """What a sentence may name in braces."""
        return {"emergency": self.emergency, "urgent": self.urgent, "doctor": self.doctor, "crisis": self.crisis}


def _rows() -> tuple[dict[str, HelpNumbers], dict[str, str], dict[str, str]]:
    rows: dict[str, HelpNumbers] = {}
    ways: dict[str, str] = {}
    names: dict[str, str] = {}
    for code, row in load_table("flarepath.safety", "countries.toml").items():
        row_of(row, needed=NEEDED, may=("members",), at=f"countries.toml, {code}")
        rows[code] = HelpNumbers(
            code, row["name"], row["emergency"], row["urgent"], row["doctor"], row["crisis"], row["source"]
        )
        members = row.get("members", {})
        ways |= {way.lower(): code for way in [code, *row["names"], *members, *members.values()]}
        names |= {code: row["name"], **members}
    return rows, ways, names


_COUNTRIES, _WAYS, _NAMES = _rows()

COUNTRIES: Mapping[str, HelpNumbers] = MappingProxyType(_COUNTRIES)
"""The help numbers by country code; `unknown` stands for every other country."""


def _in_order(names: Mapping[str, str]) -> dict[str, str]:
    named = {code: name for code, name in names.items() if code not in {"unknown", "EU"}}
    return dict(sorted(named.items(), key=lambda pair: pair[1].removeprefix("the "))) | {OTHER: "another country"}


COUNTRY_NAMES: Mapping[str, str] = MappingProxyType(_in_order(_NAMES))
"""The countries to choose from, code and name, in the order of their names; `other` comes last."""


def country_code(word: str) -> str | None:
    """The code to keep of a country, however it was written; None where it is not on the list.

    Args:
        word: a code or a name, in any case.

    Example:
        >>> country_code("united kingdom"), country_code("Portugal"), country_code("Atlantis")
        ('GB', 'PT', None)
    """
    said = word.strip().lower()
    own = next((code for code, name in COUNTRY_NAMES.items() if said in {code.lower(), name.lower()}), None)
    row = _WAYS.get(said)
    return own or {None: None, "unknown": OTHER}.get(row, row)


def help_numbers(country: str) -> HelpNumbers:
    """The help numbers of a country; a country that is not known gets words that hold anywhere.

    Args:
        country: a two-letter code or an English or local name, in any case; empty where nobody said.

    Example:
        >>> help_numbers("uk").emergency
        '999'
        >>> help_numbers("Atlantis").country
        'unknown'
    """
    return _COUNTRIES[_WAYS.get(country.strip().lower(), "unknown")]
