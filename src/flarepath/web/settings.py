"""Django's settings, made from the options: nothing from elsewhere, safe by default."""

from __future__ import annotations

from pathlib import Path

from flarepath.web.options import options

HERE = Path(__file__).parent
OPTIONS = options()
"""Django keeps every name in capitals, so pages may ask for it."""

LOGINS = (
    ["django.contrib.humanize", "django.contrib.messages", "allauth", "allauth.account", "allauth.mfa"]
    if OPTIONS.accounts
    else []
)
GUARDS = (
    [
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.contrib.auth.middleware.LoginRequiredMiddleware",
        "allauth.account.middleware.AccountMiddleware",
    ]
    if OPTIONS.accounts
    else []
)

SECRET_KEY = OPTIONS.secret
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *(OPTIONS.hosts if OPTIONS.accounts else ())]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "flarepath.store.apps.StoreConfig",
    "flarepath.web.apps.WebConfig",
    *LOGINS,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "flarepath.web.headers.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "flarepath.web.limits.Bounded",
    *GUARDS,
    "flarepath.web.limits.RateLimit",
    "flarepath.web.pin.Pin",
    "flarepath.web.welcome.Welcome",
]
ROOT_URLCONF = "flarepath.web.urls"
WSGI_APPLICATION = "flarepath.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "flarepath.web.context.everywhere",
                *(["django.contrib.messages.context_processors.messages"] if OPTIONS.accounts else []),
            ]
        },
    }
]
DATABASES = OPTIONS.databases
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en-gb"
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True

CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 86_400
CSRF_FAILURE_VIEW = "flarepath.web.faults.forbidden"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
"""With "no-referrer" browsers send the origin "null" with a form, and every form would be refused."""
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

if OPTIONS.accounts:
    # The app listens on this machine only, so what arrives came by the proxy that ends TLS.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 86_400
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in OPTIONS.hosts]
    AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
    AUTH_PASSWORD_VALIDATORS = [
        {"NAME": f"django.contrib.auth.password_validation.{name}"}
        for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
    ]
    LOGIN_REDIRECT_URL = "today"
    # No mail goes out of this machine: a login is a name, and recovery codes take the place of a letter.
    ACCOUNT_LOGIN_METHODS = {"username"}
    ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
    ACCOUNT_EMAIL_VERIFICATION = "none"
    ACCOUNT_LOGOUT_ON_GET = False
    MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
    MFA_PASSKEY_LOGIN_ENABLED = True
    MFA_TOTP_ISSUER = "Flarepath"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
