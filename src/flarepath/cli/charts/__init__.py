"""The answer of `triggers` as one picture: how sure, after how long, and one moment split into its parts."""

from flarepath.cli.charts.picture import svg

__all__ = ["svg"]
