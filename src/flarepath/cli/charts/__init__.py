"""Answers as pictures: triggers (how sure, after how long, one moment split into parts), and the range ledger."""

from flarepath.cli.charts.ledger import ledger_svg
from flarepath.cli.charts.picture import svg

__all__ = ["ledger_svg", "svg"]
