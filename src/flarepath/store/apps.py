"""The store as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """People, the versions of their entries, and answers kept by revision."""

    name = "flarepath.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
