"""Logs as JSON lines, without personal data: an error is its type and where in the code it happened, not what it said,
because what an error says can quote a name or a sentence somebody typed."""

import logging
import os
import traceback
from typing import Any

import structlog
from structlog.typing import EventDict

# Loggers of others whose messages carry addresses, statements or form values.
QUIET = ("django.db.backends", "django.server", "django.template", "axes")


def without_words(_logger: Any, _name: str, event: EventDict) -> EventDict:
    """Replace an exception by its type and the places it went through."""
    error = event.pop("exc_info", None)
    if error is True or not error:
        return event
    # What an error says is left out whole: a database's refusal quotes the row, and a template's the name it could not find.
    kind, _, trace = error if isinstance(error, tuple) else (type(error), error, error.__traceback__)
    if kind is None:
        return event
    event["error"] = f"{kind.__module__}.{kind.__qualname__}"
    # Files, lines and functions alone: a frame's variables are what somebody typed.
    event["where"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return event


def plain_request(_logger: Any, _name: str, event: EventDict) -> EventDict:
    """Django's own lines about a request name its path; keep the status and drop the rest."""
    record = event.get("_record")
    if isinstance(record, logging.LogRecord) and record.name.startswith("django."):
        event["event"] = f"{record.name} {getattr(record, 'status_code', '')}".strip()
    return event


# A line that could not be written is dropped: what Python prints instead holds the line's own words.
logging.raiseExceptions = False

_BEFORE = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]

structlog.configure(
    processors=[*_BEFORE, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": [*_BEFORE, plain_request],
            "processors": [
                without_words,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "holdfast": {"level": os.environ.get("HOLDFAST_LOG_LEVEL", "INFO")},
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        **{name: {"level": "ERROR"} for name in QUIET},
    },
}
