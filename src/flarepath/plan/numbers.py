"""The numbers the plan rests on, each with its source in `numbers.toml`."""

from __future__ import annotations

from flarepath.sources import Numbers, load_numbers

NUMBERS: Numbers = load_numbers("flarepath.plan")
"""The defaults; a caller may pass its own."""
