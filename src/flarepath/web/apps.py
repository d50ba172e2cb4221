"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, their templates and their one style sheet."""

    name = "flarepath.web"
    label = "web"
