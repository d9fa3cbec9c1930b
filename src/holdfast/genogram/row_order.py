"""Who stands next to whom in a row: brothers and sisters together, eldest first; partners beside each other.

A first order is built from the top row down and then improved by small moves as long as the picture gets plainer. Every step
is in a fixed order, so the same family is always drawn the same way.
"""

import itertools
from collections.abc import Iterator
from datetime import date

from holdfast.genogram.model import GenogramFamily
from holdfast.genogram.unions import Union

PASSES = 4
REACH = 8
LARGE = 70


class Order:
    """The rows of one picture, as lists of people from left to right."""

    def __init__(self, family: GenogramFamily, rows: dict[str, int], unions: tuple[Union, ...]) -> None:
        self.family = family
        self.unions = unions
        depth = max(rows.values(), default=-1) + 1
        members = [member.key for member in family.members if member.key in rows]
        self.level = rows
        self.rows: list[list[str]] = [[key for key in members if rows[key] == row] for row in range(depth)]
        self.below: list[list[Union]] = [[] for _ in range(depth + 1)]
        for union in unions:
            row = rows[union.parents[0]] if union.parents else rows[union.children[0]] - 1
            self.below[row].append(union)
        # Neither way to begin is better for every family, and small moves do not lead from one to the other. Both are tried and
        # the plainer picture kept.
        self.rows = min((self._ordered(self.rows, lasting_right) for lasting_right in (False, True)), key=self._whole_cost)

    def _ordered(self, rows: list[list[str]], lasting_right: bool) -> list[list[str]]:
        """One way to begin, improved: with earlier partners to the left of the lasting one, or by their eldest child alone."""
        self.rows = list(rows)
        for row in range(len(rows)):
            self.rows[row] = self._first_order(row, lasting_right)
        # The moves grow with the square of a row; a page must not wait for a family of a hundred to be made a little plainer.
        if len(self.level) <= LARGE:
            self._improve()
        return self.rows

    def _whole_cost(self, rows: list[list[str]]) -> float:
        self.rows = rows
        return sum(self._spread(row) + self._crossings(row) for row in range(len(rows)))

    def _age(self, key: str) -> tuple[date, str]:
        # Whoever has no date of birth comes after those who have one; the key makes the order the same at every drawing.
        return (self.family.by_key[key].born or date.max, key)

    def _first_order(self, row: int, lasting_right: bool) -> list[str]:
        """Children under their parents, eldest first; people without parents here beside their partner."""
        above = {key: place for place, key in enumerate(self.rows[row - 1])} if row else {}
        homes: dict[str, tuple[float, int]] = {}
        for number, union in enumerate(self.below[row - 1]):
            places = [above[key] for key in union.parents]
            for child in union.children:
                homes.setdefault(child, (sum(places) / len(places) if places else float(len(above)), number))
        # By the place of the parents first, so that lines do not cross, then by the number of the union, so that half-siblings
        # do not mix, and only then by age.
        placed = sorted((k for k in self.rows[row] if k in homes), key=lambda k: (homes[k], self._age(k)))
        waiting = [key for key in self.rows[row] if key not in homes]
        partners: dict[str, list[str]] = {}
        for union in self.below[row]:
            if len(union.parents) == 2:
                one, other = union.parents
                partners.setdefault(one, []).append(other)
                partners.setdefault(other, []).append(one)
        # Partners from outside are taken by the age of their eldest child: a parent's earlier partners come before later ones.
        firsts = {
            key: min((self._age(c) for u in self.below[row] if key in u.parents for c in u.children), default=(date.max, key))
            for key in waiting
        }
        waiting.sort(key=lambda key: firsts[key])
        while waiting:
            # Whoever has a partner in the row already goes beside them; somebody with nobody starts a place of their own.
            key = next((k for k in waiting if any(p in placed for p in partners.get(k, []))), waiting[0])
            waiting.remove(key)
            beside = next((p for p in partners.get(key, []) if p in placed), None)
            if beside is None:
                placed.append(key)
                continue
            place = placed.index(beside)
            taken = sum(1 for p in partners.get(beside, []) if p in placed)
            # The way people draw a family by hand: the lasting partner stands beside the parent, earlier ones on the other
            # side.
            left = not taken if not lasting_right else not self._lasting(key, beside, row)
            placed.insert(place if left else place + 1 if lasting_right else place + taken, key)
        return placed

    def _lasting(self, one: str, other: str, row: int) -> bool:
        """Whether the record has these two as a couple and does not say that it ended."""
        couples = (union.couple for union in self.below[row] if set(union.parents) == {one, other})
        return any(couple is not None and couple.ended is None for couple in couples)

    def _spread(self, row: int) -> float:
        """How far apart people in one row stand who belong together."""
        place = {key: number for number, key in enumerate(self.rows[row])}
        cost = 0.0
        for union in self.below[row]:
            if len(union.parents) == 2:
                lasting = union.couple is not None and union.couple.ended is None
                apart = abs(place[union.parents[0]] - place[union.parents[1]]) - 1
                # The weights say what is worst to read: brothers and sisters torn apart and lasting couples apart, then
                # crossings, then homes and ages, and last the convention of who stands left.
                cost += (5.5 if lasting else 4.0) * apart
                cost += 0.1 * self._turned(union.parents, place)
        for union in self.below[row - 1]:
            if not union.children:
                continue
            spots = [place[key] for key in union.children if key in place]
            cost += 5.0 * (max(spots) - min(spots) + 1 - len(spots))
            ages = sorted((key for key in union.children if key in place), key=self._age)
            cost += 0.6 * sum(place[a] > place[b] for a, b in itertools.pairwise(ages))
            for a, b in itertools.pairwise(ages):
                if self.family.by_key[a].birthday and self.family.by_key[a].birthday == self.family.by_key[b].birthday:
                    # Twins hang from one point and must be neighbours, or their lines would cross whoever stands between.
                    cost += 5.0 * (abs(place[a] - place[b]) - 1)
        cost += 0.3 * self._halves_out_of_order(row, place)
        for home in self.family.homes:
            # A home's outline goes round whoever stands between its people: possible, but the picture is plainer without.
            spots = [place[key] for key in home.members if key in place]
            if spots:
                cost += 1.0 * (max(spots) - min(spots) + 1 - len(spots))
        return cost

    def _turned(self, parents: tuple[str, ...], place: dict[str, int]) -> bool:
        """Whether a man stands to the right of his partner: by convention he stands on the left."""
        left, right = sorted(parents, key=lambda key: place[key])
        # Only a man to the right of a woman counts: where a sex is not known, or two are of one, there is no convention to
        # keep.
        return self.family.by_key[right].sex == "male" and self.family.by_key[left].sex == "female"

    def _halves_out_of_order(self, row: int, place: dict[str, int]) -> int:
        """How many groups of half-brothers and half-sisters stand before an older group of the same parent."""
        groups: dict[str, list[tuple[tuple[date, str], float]]] = {}
        for union in self.below[row - 1]:
            spots = [key for key in union.children if key in place]
            if spots and union.line == "birth":
                first = (min(self._age(key) for key in spots), sum(place[key] for key in spots) / len(spots))
                for parent in union.parents:
                    groups.setdefault(parent, []).append(first)
        return sum(a[1] > b[1] for held in groups.values() for a, b in zip(sorted(held), sorted(held)[1:], strict=False))

    def _crossings(self, row: int) -> float:
        """How often lines cross between this row and the next."""
        if row < 0 or row + 1 >= len(self.rows):
            return 0.0
        above = {key: place for place, key in enumerate(self.rows[row])}
        below = {key: place for place, key in enumerate(self.rows[row + 1])}
        ends = [
            (sum(above[p] for p in union.parents) / len(union.parents), below[child])
            for union in self.below[row]
            if union.parents
            for child in union.children
            if child in below
        ]
        # By where each line starts; two lines cross where the one that starts further left ends further right.
        ends.sort()
        return 3.0 * sum(b > d for i, (a, b) in enumerate(ends) for c, d in ends[i + 1 :] if a < c)

    def _cost(self, row: int) -> float:
        return self._spread(row) + self._crossings(row - 1) + self._crossings(row)

    def _blocks(self, row: list[str]) -> Iterator[tuple[int, int]]:
        """Runs of people to move as one: every single person, then whole groups of brothers and sisters, then neighbours."""
        # Single people first, because most improvements are one step; moving groups is for what no single step improves.
        yield from ((start, start + 1) for start in range(len(row)))
        for union in self.unions:
            spots = [row.index(key) for key in union.children if key in row]
            if len(spots) > 1:
                yield min(spots), max(spots) + 1
        yield from ((start, start + 2) for start in range(len(row) - 1))

    def _improve(self) -> None:
        for _ in range(PASSES):
            moved = False
            # Down and up again: a row is put right under the one above it, and then over the one below.
            for row in [*range(len(self.rows)), *reversed(range(len(self.rows)))]:
                moved = self._improve_row(row) or moved
            if not moved:
                return

    def _improve_row(self, row: int) -> bool:
        best, moved = self._cost(row), False
        for start, end in list(self._blocks(self.rows[row])):
            before = self.rows[row]
            block, rest = before[start:end], before[:start] + before[end:]
            choice = None
            turned = [block, block[::-1]] if len(block) > 1 else [block]
            for place in range(max(0, start - REACH), min(len(rest), start + REACH) + 1):
                for way in turned:
                    self.rows[row] = rest[:place] + way + rest[place:]
                    cost = self._cost(row)
                    # A hair's breadth is not an improvement: without it two orders of equal cost could change places for ever.
                    if cost < best - 1e-9:
                        best, choice = cost, self.rows[row]
            self.rows[row] = choice or before
            moved = moved or choice is not None
        return moved
