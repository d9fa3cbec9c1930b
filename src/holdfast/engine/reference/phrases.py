"""Phrases looked for in what somebody wrote, and set aside where the words just before deny them."""

import re
from functools import lru_cache

# Up to two words may stand between, as in "denies ever having hit": more, and it may deny something else.
DENIED = re.compile(r"((\b(not|never|no longer|denies|denied|without)|n't)( \w+){0,2}|\bno( \w+)?) $")


@lru_cache(maxsize=256)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(re.escape(each).replace(r"\ ", r"\W+") for each in phrases) + r")\b")


def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases is in the text and not denied in the words just before it."""
    # Phones write a curly apostrophe, and codes are written with underscores: neither must hide what was said.
    said = text.replace("\u2019", "'").replace("_", " ").lower()
    return any(not DENIED.search(said[: found.start()]) for found in _pattern(phrases).finditer(said))
