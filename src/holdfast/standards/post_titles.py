"""Whether two names of a post are names of one post. Posts are free text: "Team Manager, North" is left as "team manager"."""

from functools import lru_cache

from holdfast.standards.professions import AT_WORK, normal
from holdfast.standards.roles import RANKS

MARKS = str.maketrans(",;:/()[]–—-_", " " * 12)
_TITLES = {tuple(normal(title).translate(MARKS).split()) for title in (*AT_WORK, *RANKS)}
# The longest first: a senior social worker is another post than a social worker.
TITLES = tuple(sorted(_TITLES, key=lambda words: (-len(words), words)))


def words_of(post: str) -> tuple[str, ...]:
    """The words of a post's name, ready to compare."""
    return tuple(post.lower().translate(MARKS).split())


@lru_cache(maxsize=4096)
def title_in(post: str) -> tuple[str, ...]:
    """The known title in a post's name, wherever the post is: without one, the name itself."""
    words = words_of(post)
    spans = {words[first : first + length] for length in range(1, len(words) + 1) for first in range(len(words))}
    return next((title for title in TITLES if title in spans), words)
