"""Whom somebody may mean who says in words who must not know: by name, by part of a name, by their work, by their agency.

Whoever writes at night writes "the school", "Dr Hakim", "Priya, health visitor". What could mean a professional is kept from
them until somebody says who is meant: to keep too much from one worker is a telephone call, to tell one too many may be a child's
life.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler

from holdfast.access.role_grants import role_of
from holdfast.vocabulary.world import KnownOrganisation, KnownWorker


def _stem(word: str) -> str:
    # Both sides alike, so that "health visitors", "the GP’s" and "Mrs Banks" are found by one rule.
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in text.split())


TITLES = _stems("dr mr mrs ms miss prof pc ds dc di dci sgt sergeant constable inspector nurse rev the and of for")
GENERIC = _stems(
    "school primary secondary infant junior high academy college nursery preschool surgery practice medical health centre "
    "hospital royal trust nhs service community family children council partnership safeguarding constabulary police legal "
    "social care team hub home house street road lane hill st saint north south east west child mental education rc ce"
)
"""Words in the names of agencies that name none of them alone."""
ORDINARY = _stems(
    "will may mark grace faith hope dawn rose joy mercy lane ash gold bright dove noon wren peel slack birch gill strand penny "
    "guy art bill rob jack sue frank dean king day head hill wood field church stone brook cook baker young long black white "
    "brown green so an do said sent wait would could should work worker home house mum mother dad father brother sister aunt "
    "uncle gran grandma grandad nan partner friend neighbour family children"
)
"""Words that are also somebody's name: written small, and without the rest of the name, they are words."""
ROLES: Mapping[str, tuple[str, ...]] = {
    "designated_safeguarding_lead": ("safeguarding lead", "dsl"),
    "teacher": ("teacher", "headteacher", "head teacher"),
    "health_visitor": ("hv",),
    "gp": ("gp", "doctor"),
    "substance_misuse_worker": ("drug worker", "drug and alcohol worker", "alcohol worker", "recovery worker"),
    "police_officer": ("police",),
    "social_worker": ("sw",),
    "idva": ("domestic abuse worker",),
    "consultant_paediatrician": ("paediatrician",),
}
"""What people call a kind of work besides its own title."""
SOCIAL_CARE = "childrens_social_care"
# Not social care: "social services must not know" is said to social services, and the duty desk has to read it. By its whole
# name, or that of somebody who works there, it holds like any other.
KINDS: Mapping[str, tuple[str, ...]] = {
    "school": ("school", "teacher", "academy", "college"),
    "special_school": ("school", "teacher"),
    "nursery": ("nursery", "preschool", "childminder"),
    "gp": ("gp", "surgery", "doctor"),
    "gp_practice": ("gp", "surgery", "doctor"),
    "police": ("police",),
    "health": ("health",),
    "community_health": ("health",),
    "hospital": ("hospital", "ward", "maternity"),
    "probation": ("probation",),
    "prison": ("prison",),
    "housing": ("housing",),
    "substance_misuse": ("drug service", "alcohol service", "recovery service", "drug and alcohol service"),
    "substance_misuse_service": ("drug service", "alcohol service", "recovery service", "drug and alcohol service"),
    "domestic_abuse_service": ("domestic abuse service", "refuge"),
    "child_mental_health": ("camh", "mental health"),
    "early_help": ("early help", "family hub"),
}
ALIKE = 0.87
"""At and above this two words may be one name, spelt by ear."""
_WORD = re.compile(r"[^\W_]+")
_APART = re.compile(r"[;\n/&]|\band\b|\bor\b")


@dataclass(frozen=True)
class SaidWord:
    """One word of what was said, as it is compared; ``part`` counts the "and"s before it, ``capital`` how it was written."""

    text: str
    part: int
    capital: bool


@dataclass(frozen=True)
class Mention:
    """By which words of a line somebody may be meant. ``whole``: by all of their name, or their agency's."""

    party: str
    words: frozenset[int]
    whole: bool = False


@dataclass(frozen=True)
class Meant:
    """Whom a line means: those it names outright (``sure``), and those whom it may mean besides (``maybe``), the likeliest first.
    All are ids."""

    sure: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()

    def includes(self, worker: str, agency: str | None) -> bool:
        """Whether a worker, or the agency they work for, may be meant."""
        return not {worker, agency}.isdisjoint((*self.sure, *self.maybe))


@dataclass(frozen=True)
class Known:
    """Everybody whom a line may mean: those who work with children, their agencies, and people of the ``family`` by name."""

    workers: Mapping[str, KnownWorker]
    organisations: Mapping[str, KnownOrganisation]
    family: Mapping[str, str] = field(default_factory=dict)


def plain(said: str) -> str:
    """A name as it is compared whole."""
    return " ".join(said.lower().replace("’", "'").split()).removeprefix("the ").strip(" .,")


def is_exactly(line: str, worker: KnownWorker, agency: KnownOrganisation | None) -> bool:
    """Whether the line is just their id or name, or their agency's."""
    known = (worker.id, worker.name, worker.organisation, agency.name if agency else None)
    return plain(line) in {plain(each) for each in known if each}


def may_mean(line: str, worker: KnownWorker, agency: KnownOrganisation | None) -> bool:
    """Whether anything in the line could mean this worker or their agency. Cheap, and only ever too wide."""
    said = _said(line)
    return bool(_of_worker(said, worker)) or (agency is not None and bool(_of_agency(said, agency)))


def meant_by(line: str, known: Known) -> Meant:
    """Whom the line means, of all who are ``known``."""
    exactly = list(dict.fromkeys(_exact(plain(line), known)))
    if exactly:
        return Meant(sure=tuple(exactly)) if len(exactly) == 1 else Meant(maybe=tuple(exactly))
    said = _said(line)
    found = list(_mentions(said, known))
    whole = [each for each in found if each.whole]
    # Two of one name are nobody's name alone.
    sure = [each for each in whole if sum(each.words == other.words for other in whole) == 1]
    covered = [_covers(each, said, known) for each in sure]
    left = [each for each in found if each not in sure and not any(each.words <= words for words in covered)]
    left.sort(key=lambda each: (not each.whole, -len(each.words)))
    return Meant(tuple(each.party for each in sure), tuple(dict.fromkeys(each.party for each in left)))


def _exact(said: str, known: Known) -> Iterator[str]:
    workers = [(each.id, each.name) for each in known.workers.values()]
    agencies = [(each.id, each.name) for each in known.organisations.values()]
    for id, name in (*workers, *agencies, *known.family.items()):
        if said in (plain(id), plain(name)):
            yield id


def _mentions(said: list[SaidWord], known: Known) -> Iterator[Mention]:
    for worker in known.workers.values():
        yield from _of_worker(said, worker)
    towns = _in_many_names(known.organisations.values())
    for agency in known.organisations.values():
        yield from _of_agency(said, agency, towns)
    for id, name in known.family.items():
        yield from (each for each in _by_name(said, id, _words(name)) if each.whole)


def _covers(mention: Mention, said: list[SaidWord], known: Known) -> frozenset[int]:
    """The words that are used up by somebody's whole name: it, and beside it their own work and agency ("Priya Nair, health
    visitor" is no other health visitor)."""
    worker = known.workers.get(mention.party)
    agency = known.organisations.get((worker.organisation or "") if worker else mention.party)
    beside = (*(_of_worker(said, worker) if worker else ()), *(_of_agency(said, agency) if agency else ()))
    parts = {said[place].part for place in mention.words}
    own = {place for each in beside for place in each.words if said[place].part in parts}
    return mention.words | own


def _of_worker(said: list[SaidWord], worker: KnownWorker) -> list[Mention]:
    named = list(_by_name(said, worker.id, [word for word in _words(worker.name) if word not in TITLES]))
    title = worker.role.replace("_", " ") if worker.role else ""
    called = (title, role_of(worker.role).title if title else "", *ROLES.get(worker.role or "", ()))
    # "Worker" or "lead" alone is nobody's title.
    work = _phrases(said, [each for each in called if each and each != "professional"])
    return [*named, *([Mention(worker.id, work)] if work else [])]


def _in_many_names(organisations: Iterable[KnownOrganisation]) -> frozenset[str]:
    """The town that half the agencies are called after names none of them."""
    counted = Counter(word for each in organisations for word in set(_words(each.name)))
    return frozenset(word for word, times in counted.items() if times > 2)


def _of_agency(said: list[SaidWord], agency: KnownOrganisation, towns: Collection[str] = ()) -> list[Mention]:
    name = [word for word in _words(agency.name) if word not in ("the", "of", "and")]
    found = _places(said, name)
    if {said[place].text for place in found} == set(name):
        return [Mention(agency.id, found, whole=True)]
    if agency.kind == SOCIAL_CARE:
        return []
    found = frozenset(place for place in found if said[place].text not in towns)
    own = frozenset(place for place in found if said[place].text not in GENERIC and not _is_only_a_word(said[place]))
    # Two words of its name beside each other name it as well as one that nobody else has.
    pairs = frozenset(place for place in found if {place - 1, place + 1} & found and said[place].text not in ORDINARY)
    by_kind = _phrases(said, (*KINDS.get(agency.kind, ()), agency.kind.replace("_", " ")))
    alike = _alike(said, [word for word in name if word not in GENERIC and word not in towns])
    words = own | pairs | by_kind | alike
    return [Mention(agency.id, words)] if words else []


def _by_name(said: list[SaidWord], id: str, name: Collection[str]) -> Iterator[Mention]:
    found = _places(said, name)
    if name and {said[place].text for place in found} == set(name):
        yield Mention(id, found, whole=True)
        return
    part = frozenset(place for place in found if not _is_only_a_word(said[place]) and len(said[place].text) > 1)
    if words := part | _alike(said, name):
        yield Mention(id, words)


def _is_only_a_word(word: SaidWord) -> bool:
    return word.text in ORDINARY and not word.capital


def _places(said: list[SaidWord], words: Collection[str]) -> frozenset[int]:
    return frozenset(place for place, each in enumerate(said) if each.text in words)


def _alike(said: list[SaidWord], names: Collection[str]) -> frozenset[int]:
    def may_be(word: SaidWord) -> bool:
        long_enough = word.capital and len(word.text) >= 4 and word.text not in ORDINARY | GENERIC
        return long_enough and any(len(name) >= 4 and JaroWinkler.similarity(word.text, name) >= ALIKE for name in names)

    return frozenset(place for place, each in enumerate(said) if may_be(each))


def _phrases(said: list[SaidWord], phrases: Iterable[str]) -> frozenset[int]:
    """The places at which any of these stands, word for word."""
    spoken, found = [each.text for each in said], set[int]()
    for phrase in phrases:
        words = _words(phrase)
        for start in range(len(spoken) - len(words) + 1):
            if words and spoken[start : start + len(words)] == words:
                found.update(range(start, start + len(words)))
    return frozenset(found)


def _said(line: str) -> list[SaidWord]:
    found = []
    for part, text in enumerate(_APART.split(line)):
        for match in _WORD.finditer(_bare(text)):
            found.append(SaidWord(_stem(match.group().lower()), part, match.group()[0].isupper()))
    return found


def _words(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(_bare(text).lower())]


def _bare(text: str) -> str:
    """Without accents, and without the mark in O’Brien and in "the GP’s"."""
    taken_apart = unicodedata.normalize("NFKD", text)
    return "".join(each for each in taken_apart if not unicodedata.combining(each) and each not in "'’‘`")
