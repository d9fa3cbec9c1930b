"""The lines of a genogram: one union for each set of parents with their children, and what no line can show."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from holdfast.genogram.model import Couple, GenogramFamily, GenogramTie, Parenthood

LineKind = Literal["birth", "care", "over", "tie"]


@dataclass(frozen=True)
class Union:
    """Parents (none, one or two), their children, and the line that joins them.

    ``line`` is how the children hang: by birth, by care (adoptive, foster, step), by care that is over or by a tie whose path is
    not recorded.
    ``shows`` are the keys of the relationships this drawing makes visible.
    """

    parents: tuple[str, ...]
    children: tuple[str, ...]
    line: LineKind
    shows: tuple[str, ...]
    couple: Couple | None = None
    label: str = ""


@dataclass(frozen=True)
class Lines:
    """All unions, and the keys of relationships that are told in words under the picture instead."""

    unions: tuple[Union, ...]
    in_words_only: tuple[str, ...]


class _Hanging(NamedTuple):
    """How children hang: from whom (in order of their keys), by which line, under which label."""

    parents: tuple[str, ...]
    line: LineKind
    label: str


class _Sorting:
    """Sorts every relationship into a union or into words."""

    def __init__(self, family: GenogramFamily, rows: dict[str, int]) -> None:
        self.family = family
        self.rows = rows
        self.children: dict[_Hanging, list[str]] = {}
        self.shows: dict[_Hanging, list[str]] = {}
        self.couple_shows: dict[frozenset[str], list[str]] = {}
        self.words: list[str] = []
        # By the pair and not by its order: whichever of the two a record names first, it is one couple. Of a pair recorded twice
        # the one that stands is drawn, and the other told in words.
        in_order = sorted(family.couples, key=lambda couple: couple.stands)
        self.couples = {frozenset((c.one, c.other)): c for c in in_order if c.one != c.other and self.known(c.one, c.other)}

    def known(self, *keys: str) -> bool:
        return all(key in self.family.by_key for key in keys)

    def apart(self, upper: str, lower: str) -> int | None:
        return self.rows[lower] - self.rows[upper] if upper != lower and self.known(upper, lower) else None

    def hang(self, parents: tuple[str, ...], child: str, line: LineKind, shows: list[str], label: str = "") -> None:
        # The label is part of the key: step-children and foster-children of one pair hang from lines of their own, or the word
        # beside the line would be wrong for some of them.
        key = _Hanging(tuple(sorted(parents)), line, label)
        held = self.children.setdefault(key, [])
        if child not in held:
            held.append(child)
        self.shows.setdefault(key, []).extend(shows)

    def sort_parents(self, child: str) -> None:
        """The one or two parents by birth make a union; other ways of being a parent hang from a line of their own."""
        by_care: dict[tuple[str, str], list[Parenthood]] = {}
        for link in self.family.parenthoods:
            if link.child != child:
                continue
            # A parent who does not stand one row above has lost to a surer relationship: a line to them would run sideways or
            # upwards.
            if self.apart(link.parent, child) == 1:
                # Who bore a child does not end, whatever end somebody wrote to it.
                by_care.setdefault((link.care, "" if link.care == "birth" else link.ended), []).append(link)
            else:
                self.words.append(link.key)
        # Births first: which line a step-parent is shown by depends on who the parents by birth are.
        births = _first_two(by_care.pop(("birth", ""), []), self.words)
        parents = tuple(dict.fromkeys(link.parent for link in births))
        if births:
            self.hang(parents, child, "birth", [link.key for link in births])
        for (care, ended), links in sorted(by_care.items()):
            drawn = [link for link in links if not (care == "step" and self._beside_a_parent(link, parents))]
            if drawn:
                pair = _first_two(drawn, self.words)
                carers, label = tuple(dict.fromkeys(link.parent for link in pair)), f"{care}, {ended}" if ended else care
                self.hang(carers, child, "over" if ended else "care", [link.key for link in pair], label)

    def _beside_a_parent(self, link: Parenthood, parents: tuple[str, ...]) -> bool:
        """A step-parent is shown by the line to the child's parent: that is what makes a step-parent."""
        for parent in parents:
            pair = frozenset((link.parent, parent))
            # Only where the couple's own line is drawn, which it is between two people of one row, and says the same: a former
            # step-parent is no part of a couple that lasts, nor one who stayed of a couple that parted.
            couple = self.couples.get(pair)
            same = couple is not None and (couple.ended is not None) == bool(link.ended)
            if same and self.rows[link.parent] == self.rows[parent]:
                self.couple_shows.setdefault(pair, []).append(link.key)
                return True
        return False

    def sort_ties(self) -> None:
        for tie in self.family.ties:
            apart = self.apart(tie.one, tie.other)
            if tie.siblings and apart == 0:
                self._sort_siblings(tie)
            # A line of its own would only repeat the path that is there already, and cross it. The union that shows it
            # remembers that it does, so that nothing recorded is missing from the picture.
            elif (drawn := self._already_drawn(tie, apart)) is not None:
                self.shows[drawn].append(tie.key)
            elif tie.down == 1 and apart == 1:
                self.hang((tie.one,), tie.other, "tie", [tie.key], tie.label)
            else:
                self.words.append(tie.key)

    def _already_drawn(self, tie: GenogramTie, apart: int | None) -> _Hanging | None:
        """The union whose lines already show this: a grandparent through a parent, an aunt through a grandparent."""
        if tie.down != apart or tie.siblings:
            return None
        if tie.down == 2:
            return self._grandparent(tie.one, tie.other)
        return self._parents_sibling(tie.one, tie.other) if tie.down == 1 else None

    def _birth_parents(self, child: str) -> set[str]:
        return {p for held, kids in self.children.items() if held.line == "birth" and child in kids for p in held.parents}

    def _grandparent(self, one: str, other: str) -> _Hanging | None:
        """The union whose line from grandparent to parent already shows them to be a grandparent."""
        parents = self._birth_parents(other)
        for held, kids in self.children.items():
            if held.line == "birth" and one in held.parents and parents & set(kids):
                return held
        return None

    def _parents_sibling(self, one: str, other: str) -> _Hanging | None:
        """The union that already shows somebody to be a brother or sister of a parent."""
        parents = self._birth_parents(other)
        for held, kids in self.children.items():
            if held.line == "birth" and held.parents and one in kids and parents & (set(kids) - {one}):
                return held
        return None

    def _sort_siblings(self, tie: GenogramTie) -> None:
        key, one, other, label = tie.key, tie.one, tie.other, tie.label
        for held, children in self.children.items():
            # Brothers who were fostered together had parents before, and a line of their own says that nobody recorded them. Two
            # who were born together are seen to be so by whichever line they both hang from.
            together = held.line == "birth" or (tie.born_together and held.line != "tie")
            if together and one in children and other in children:
                self.shows[held].append(key)
                return
        parents = self._birth_parents(one)
        theirs = self._birth_parents(other)
        if shared := sorted(parents & theirs):
            held = next(h for h, kids in self.children.items() if h.line == "birth" and one in kids and shared[0] in h.parents)
            self.shows[held].append(key)
            return
        # Nobody recorded a parent of theirs, so they hang from a bar with nobody above it: siblings, through whom is not known.
        held = _Hanging((), "tie", label or "siblings")
        for child in (one, other):
            self.hang((), child, "tie", [], held.label)
        self.shows[held].append(key)


def _first_two(links: list[Parenthood], words: list[str]) -> list[Parenthood]:
    """A child hangs from two people at most; a third recorded parent is told in words."""
    kept: list[Parenthood] = []
    for link in links:
        # Counted by person: the same parent recorded twice, as mother and as birth mother, is one.
        if len({k.parent for k in kept} | {link.parent}) <= 2:
            kept.append(link)
        else:
            words.append(link.key)
    return kept


def lines(family: GenogramFamily, rows: dict[str, int]) -> Lines:
    """Every relationship of ``family``, either in a union that is drawn or in the list that is told in words."""
    sorting = _Sorting(family, rows)
    for member in family.members:
        sorting.sort_parents(member.key)
    # A parenthood of a child who is not in the picture was met by no member above, and must not be lost.
    sorting.words.extend(link.key for link in family.parenthoods if not sorting.known(link.child))
    # Ties last: most of them are shown by lines that only the parenthoods make.
    sorting.sort_ties()
    seen: set[frozenset[str]] = set()
    drawn = [_union(sorting, held, seen) for held in sorting.children]
    for couple in family.couples:
        pair = frozenset((couple.one, couple.other))
        if sorting.apart(couple.one, couple.other) != 0 or sorting.couples[pair] is not couple:
            sorting.words.append(couple.key)
        # A couple with children has been drawn with the first of their unions; this one has none.
        elif pair not in seen:
            drawn.append(Union((couple.one, couple.other), (), "birth", _couple_shows(sorting, couple, seen), couple))
    return Lines(tuple(drawn), tuple(dict.fromkeys(sorting.words)))


def _union(sorting: _Sorting, held: _Hanging, seen: set[frozenset[str]]) -> Union:
    """One set of parents with their children. A couple's own line is drawn with its first children."""
    parents, line, label = held
    couple = sorting.couples.get(frozenset(parents)) if line != "tie" else None
    if couple is not None and sorting.rows[couple.one] != sorting.rows[couple.other]:
        couple = None
    # A pair can have several unions (own children, step-children): the couple's line is drawn once, and what it shows is
    # counted once.
    extra = _couple_shows(sorting, couple, seen) if couple is not None and frozenset(parents) not in seen else ()
    shows = tuple(dict.fromkeys((*sorting.shows[held], *extra)))
    return Union(parents, tuple(sorting.children[held]), line, shows, couple, label if line != "birth" else "")


def _couple_shows(sorting: _Sorting, couple: Couple, seen: set[frozenset[str]]) -> tuple[str, ...]:
    pair = frozenset((couple.one, couple.other))
    seen.add(pair)
    return (couple.key, *sorting.couple_shows.get(pair, []))
