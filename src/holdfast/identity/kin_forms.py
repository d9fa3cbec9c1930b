"""Somebody asked for by whose they are: "Noah's mum", "mum of Noah", "Tia's father"; and the same words where a page prints them
beside a name: "Mother: Carrie Wren", "Paul Reed (father of Chloe and Harper)"."""

import re
from dataclasses import dataclass

from holdfast.engine.reference.person_view import GROWN_UP
from holdfast.identity.small_words import SMALL_WORDS
from holdfast.vocabulary.kinship import CHILDREN, CHILDREN_OF_OTHERS, EVERYDAY, GRANDCHILDREN, KINDS

_PLAIN = {kind.replace("_", " "): kind for kind in KINDS}
_SAID = {**EVERYDAY, **{f"{word}s": word for word in ("parent", "grandparent", "carer", "sibling", "brother", "sister")}}
_SAID |= {"kids": "child", "kid": "child", "children": "child", "sons": "son", "daughters": "daughter", "ex": "former partner"}
_WORDS = "|".join(
    re.escape(word).replace(r"\ ", r"[\s_-]?") for word in sorted({*_PLAIN, *_SAID}, key=lambda word: (-len(word), word))
)
_KIN = rf"(?:(?:big|little|older|younger|baby|real)\s+)?(?P<kin>{_WORDS})\b"
_LABEL = re.compile(rf"\b{_KIN}(?:\s+until\b[^:]{{1,40}})?\s*:\s*", re.IGNORECASE)
_OF = re.compile(rf"[,(:]*\s*\b(?:parent\s+or\s+carer|{_KIN})\s+(?:of|to)\s+", re.IGNORECASE)
_OWN = re.compile(rf"(?<=\w)(?:['’]s|(?<=s)['’])\s+{_KIN}", re.IGNORECASE)
_YOUNGER = CHILDREN | CHILDREN_OF_OTHERS | GRANDCHILDREN
_PARENTS = {each for each in GROWN_UP if each.endswith(("mother", "father", "parent")) and "grand" not in each}
_FURTHER = re.compile(r",|\band\b|\)", re.IGNORECASE)
_WHOSE = re.compile(r"(?<=\w)['’]s(?=\))")


@dataclass(frozen=True)
class KinAsked:
    """What somebody asked for is to whoever is named: ``word`` as a page says it, and the ``kinds`` of tie it may be recorded
    as. No kinds: a page of the child shows them, and the search does not."""

    word: str
    kinds: frozenset[str]


@dataclass(frozen=True)
class KinForms:
    """Whose kin was asked for, and the names that were typed without the words for it."""

    asked: KinAsked | None
    rest: str


def kin_forms(text: str) -> KinForms:
    """Take the words for a tie out of what was typed."""
    # "4 Quay Row (Carrie Wren’s)" says whose street it is.
    text = _WHOSE.sub("", _LABEL.sub(" ", text))
    if of := _OF.search(text):
        before, after = text[: of.start()], text[of.end() :]
        if any(word.lower() not in SMALL_WORDS for word in re.findall(r"\w+", before)):
            # A name with what tells its bearer apart: both are known of the child. Of several children one is enough.
            return KinForms(None, f"{before} {_FURTHER.split(after)[0]}")
        return KinForms(_asked(of["kin"] or "parent"), after)
    found = list(_OWN.finditer(text))
    if not found:
        return KinForms(None, text)
    rest = _OWN.sub(" ", text)
    # "Noah's mum's boyfriend" is two steps away, and no list of names could say which was meant.
    return KinForms(_asked(found[0]["kin"]) if len(found) == 1 else KinAsked(found[-1]["kin"].lower(), frozenset()), rest)


def _asked(said: str) -> KinAsked | None:
    plain = re.sub(r"[\s_-]+", " ", said.lower())
    word = _SAID.get(plain, plain)
    kind = _PLAIN.get(word, word)
    # Whoever has a grown-up of that name is found by it anyway.
    if kind in _YOUNGER:
        return None
    # Also a stepmother, and a grandmother on either side: the card says which she is. A grandmother is no mother.
    kinds = {each for each in GROWN_UP if each.endswith(kind) and ("grand" in each) == ("grand" in kind)}
    return KinAsked(word, frozenset(kinds | (_PARENTS if kind == "parent" else set())))
