"""``make bench``: every ratio there is, printed as it is measured. ``python -m bench engine`` for one part."""

import importlib
import logging
import os
import sys
from collections.abc import Iterable

PARTS = ("recording", "reading", "other_record", "engine", "replaying", "drawing", "search")


def main() -> None:
    """Measure everything, or the parts that are named, on a database of its own that is removed afterwards."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
    from bench import durable

    with durable.server():
        import django

        django.setup()
        logging.disable(logging.INFO)
        _measure(sys.argv[1:] or PARTS)


def _measure(parts: Iterable[str]) -> None:
    from tests.databases import OneDatabase

    database = OneDatabase.make()
    try:
        for name in parts:
            part = importlib.import_module(f"bench.{name}")
            print(f"\n{part.__doc__}")
            for ratio in part.ratios():
                print(ratio, flush=True)
    finally:
        database.drop()


if __name__ == "__main__":
    main()
