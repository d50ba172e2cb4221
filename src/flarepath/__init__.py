"""Why do I hurt, and what do I change? A diary that screens for danger first, then weighs causes."""

__version__ = "0.1.0"
