"""Whom to call, by country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flarepath.sources import load_table


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


def _rows() -> tuple[dict[str, HelpNumbers], dict[str, str]]:
    rows: dict[str, HelpNumbers] = {}
    ways: dict[str, str] = {}
    for code, row in load_table("flarepath.safety", "countries.toml").items():
        rows[code] = HelpNumbers(
            code, row["name"], row["emergency"], row["urgent"], row["doctor"], row["crisis"], row["source"]
        )
        ways |= {way.lower(): code for way in [code, *row["names"], *row.get("members", ())]}
    return rows, ways


_COUNTRIES, _WAYS = _rows()

COUNTRIES: Mapping[str, HelpNumbers] = MappingProxyType(_COUNTRIES)
"""The help numbers by country code; `unknown` stands for every other country."""


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
