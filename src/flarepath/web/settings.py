"""Django's settings, made from the options: one person on this machine, nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

from flarepath.web.options import options

HERE = Path(__file__).parent
OPTIONS = options()
"""Django keeps every name in capitals, so pages may ask for it."""

SECRET_KEY = OPTIONS.secret
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
INSTALLED_APPS = ["flarepath.store.apps.StoreConfig", "django.contrib.staticfiles", "flarepath.web.apps.WebConfig"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "flarepath.web.headers.Headers",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "flarepath.web.welcome.Welcome",
]
ROOT_URLCONF = "flarepath.web.urls"
WSGI_APPLICATION = "flarepath.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["flarepath.web.context.everywhere"]},
    }
]
DATABASES = OPTIONS.databases
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en-gb"
USE_I18N = True
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
