"""What the invented partnership is made from: names, places, and the things people say and write. All of it is made up."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def stock(name: str) -> dict[str, Any]:
    """The texts kept in ``<name>.toml`` beside this file."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
