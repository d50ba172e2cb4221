"""What the server calls."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "flarepath.web.settings")

application = get_wsgi_application()

# What is loaded stays; so the collector need not walk through it, nor through diaries of years, at every request.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 100)
