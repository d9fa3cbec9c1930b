"""``make bench``: every ratio there is, printed as it is measured."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")

import django

django.setup()

from tests.databases import OneDatabase

from bench import reading, recording, replaying


def main() -> None:
    """Measure everything, on a database of its own that is removed afterwards."""
    database = OneDatabase.make()
    try:
        for part in (recording, reading, replaying):
            print(f"\n{part.__doc__}")
            for ratio in part.ratios():
                print(ratio)
    finally:
        database.drop()


if __name__ == "__main__":
    main()
