"""The one settings module. What differs between machines comes from the environment; ``holdfast doctor`` lists it.

``HOLDFAST_ENV`` is ``demo`` (the default: a private database, invented people, a generated secret), ``test`` or ``production``
(nothing is generated and nothing is guessed: what is missing is refused by name).
"""

import os
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from holdfast.config import postgres, secret, system_clock
from holdfast.config.directories import home, project
from holdfast.config.logs import LOGGING as LOGGING

# pytest-django reads the settings before any conftest of ours can say that this is a test.
ENVIRONMENT = os.environ.get("HOLDFAST_ENV", "test" if "PYTEST_VERSION" in os.environ else "demo")
if ENVIRONMENT not in ("demo", "test", "production"):
    raise ImproperlyConfigured(f"HOLDFAST_ENV is {ENVIRONMENT!r}: it can be demo, test or production.")
PRODUCTION = ENVIRONMENT == "production"
DEMO = ENVIRONMENT == "demo"


def _required(name: str) -> str:
    value = os.environ.get(name, "")
    if PRODUCTION and not value:
        raise ImproperlyConfigured(f"{name} is not set, and production needs it. `holdfast doctor` says what each setting is.")
    return value


def _database(role: str) -> dict[str, Any]:
    where = postgres.address(role)
    options = {"options": where.options} if where.options else {}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": where.name,
        "USER": where.user,
        "PASSWORD": where.password,
        "HOST": where.host,
        "PORT": where.port,
        "CONN_MAX_AGE": 60,
        # A connection that is kept may have been closed by the server or a firewall meanwhile; it is found here and not by
        # somebody who is writing.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


# What the layers below ask for by name, because they may not import this one.
CLOCK = system_clock.now
DATABASE_SERVER = postgres
HOME = home()
PROJECT = project()

# Never, not even on a developer's machine: Django's page for an error shows settings and what somebody typed.
DEBUG = False
# Made and kept for a demonstration, so that a restart signs nobody out. In production it is asked for, because two machines must
# sign with one.
SECRET_KEY = _required("SECRET_KEY") or secret.secret_key_in(HOME)
ALLOWED_HOSTS = [host for host in _required("ALLOWED_HOSTS").split(",") if host] or [
    "localhost",
    "127.0.0.1",
    "[::1]",
    "testserver",
]
ORIGIN = _required("HOLDFAST_ORIGIN") or "http://localhost:8000"
CSRF_TRUSTED_ORIGINS = [ORIGIN]

# Asked for before the addresses are made: without it production would find the machine's private database and serve an empty
# record.
_required("DATABASE_URL")
DATABASES = {"default": _database(postgres.APP), "owner": _database(postgres.OWNER)}
DATABASE_ROUTERS = ["holdfast.config.router.OwnerMigrates"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "holdfast.record",
    "holdfast.access",
    "holdfast.identity",
    "holdfast.duty",
    "holdfast.exchange",
    "holdfast.pages",
    "holdfast.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "django_htmx",
    "csp",
    "axes",
]

# The request's line in the log is outermost, so that it is written of what a later one refuses too. The clock is read before
# anybody is known: who may see what depends on the instant.
MIDDLEWARE = [
    "holdfast.config.middleware.request_log",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "holdfast.config.middleware.response_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "holdfast.config.middleware.request_instant",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "holdfast.config.urls"
WSGI_APPLICATION = "holdfast.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Each place keeps its templates in its own folder, beside the views that fill them.
        "DIRS": sorted(Path(__file__).parents[1].glob("pages/*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION

# Who is signing in.
AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/sign-in/"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "holdfast.config.accounts.ClosedSignup"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
if ENVIRONMENT == "test":
    # A password hash is made to be slow, and tests make thousands of people.
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Whoever tries passwords is shut out by name and place together: by name alone anybody could shut a colleague out, by place alone
# a school would share one lock.
AXES_ENABLED = ENVIRONMENT != "test"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_TEMPLATE = "account/lockout.html"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]

# What the browser may do.
# An hour from the last page, and not Django's fortnight: a school office shares its computer.
SESSION_COOKIE_AGE = 60 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
if os.environ.get("HOLDFAST_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Nothing but our own, and no script in a page: a text that somebody typed can then do nothing, even where it came through
# unescaped.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# A form about several children, with everybody who was present, may have more than Django's thousand.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# What leaves the building: the outbox and the console, unless a GOV.UK Notify key is given.
NOTIFY_API_KEY = os.environ.get("NOTIFY_API_KEY", "")
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("HOLDFAST_FROM", "holdfast@localhost")
ON_CALL_MAILBOX = _required("HOLDFAST_ON_CALL") or "on-call@northmere.example"

# A demonstration on this machine has no certificate: HSTS and the redirect are production's.
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008"] if not PRODUCTION else []
