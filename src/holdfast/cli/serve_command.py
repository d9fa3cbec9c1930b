"""``holdfast serve``: the web application."""

import os
import sys
from typing import Annotated

import typer

from holdfast.cli.preflight import begin, need_tables, say

Port = Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)]


def command(*, host: str, port: int) -> list[str]:
    """The server as it is started. No access log: an address can hold what somebody searched for."""
    return [
        *(sys.executable, "-m", "gunicorn", "holdfast.config.wsgi:application"),
        *("--worker-class", "gthread", "--workers", "2", "--threads", "4"),
        *("--bind", f"{host}:{port}", "--log-level", "warning"),
        *("--max-requests", "2000", "--max-requests-jitter", "200", "--timeout", "60"),
    ]


def collect_static_files() -> None:
    """In production the style sheets are served from one directory, under names that change with what they hold."""
    from django.conf import settings
    from django.core.management import call_command

    if settings.PRODUCTION:
        call_command("collectstatic", interactive=False, verbosity=0)


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Port = 8000,
) -> None:
    """Serve the pages until stopped."""
    begin()
    need_tables()
    collect_static_files()
    say(f"Holdfast is at http://{host}:{port}/")
    os.execv(sys.executable, command(host=host, port=port))  # noqa: S606 — our own interpreter and arguments
