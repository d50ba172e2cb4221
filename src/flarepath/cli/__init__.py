"""The commands: they parse, call one function and show; no rule and no sum stands here."""

from flarepath.cli.edge import main

__all__ = ["main"]
