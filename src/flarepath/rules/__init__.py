"""Facts in, findings with reasons out: the one engine that safety, flares and plan share."""

from flarepath.rules.judge import Answer, Facts, Finding, Rule, first_match, judge

__all__ = ["Answer", "Facts", "Finding", "Rule", "first_match", "judge"]
