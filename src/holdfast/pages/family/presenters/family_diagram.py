"""A family picture from the record: who is in it at a moment, and every relationship in a sentence."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.genogram.model import Couple, GenogramFamily, GenogramMember, GenogramTie, Home, Parenthood, Sex
from holdfast.genogram.relationship_kinds import CHILDREN, COUPLES, DOWN, PARENTS, SIBLINGS, THROUGH, sex_in
from holdfast.identity.ages import age, died_in_words
from holdfast.identity.same_name import (
    NEVER_SHOWN,
    SameNames,
    name_of,
    ties,
)
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.pages.family.presenters.tie_sentence import tie_sentence
from holdfast.vocabulary.kinship import BORN_TOGETHER, WIDOWED, as_they_stand, has_ended, is_over, stretch, together
from holdfast.vocabulary.sentence_parts import listed
from holdfast.vocabulary.world import KnownRelationship, World

# Two lines tell anybody apart from their namesakes; more would make the label taller than the symbol for everybody.
MOST_SAID = 2
Href = Callable[[str], str | None]
SEXES: dict[str | None, Sex] = {"M": "male", "F": "female"}


def family_of(
    world: World, subjects: Iterable[str], moment: Moment, *, href: Href = lambda _: None, homes: Iterable[Home] = ()
) -> GenogramFamily:
    """The family of ``subjects`` as the record knows it at ``moment``. ``href`` says where a person's name may lead."""
    return _Picture(world, tuple(subjects), moment, href).family(tuple(homes))


class _Picture:
    def __init__(self, world: World, subjects: tuple[str, ...], moment: Moment, href: Href) -> None:
        self.world, self.subjects, self.moment, self.href = world, subjects, moment, href
        self.known = RecordView(world, moment)
        self.day = london_day(moment.as_at)
        self.names = SameNames(world)
        self.links = [link for link in world.relationships if self._now(link)]
        self.pairs = together(self.links)
        self.people = self._around()
        self.parenthoods: list[Parenthood] = []
        self.couples: list[Couple] = []
        self.ties: list[GenogramTie] = []

    def _now(self, link: KnownRelationship) -> bool:
        # "Must have no contact" is recorded as a relationship and would be drawn as a tie. A person out of reach has no symbol
        # to lead to.
        if link.kind in NEVER_SHOWN or not {link.from_person, link.to_person} <= set(self.world.people):
            return False
        # Without a start it always was so: nobody writes down since when a mother is one.
        return link.start is None or link.start.start <= self.moment.as_at

    def _ended(self, link: KnownRelationship) -> str:
        """That care is over, for the line to the child; nothing while it lasts."""
        if not has_ended(link, self.moment.as_at):
            return ""
        return f"ended {link.end.last.year}" if link.end is not None else "ended"

    def _around(self) -> list[str]:
        """The subjects, everyone any relationship joins to them, then people of the case that nothing joins to anybody."""
        found = dict.fromkeys(id for id in self.subjects if id in self.world.people)
        joined = {id for link in self.links for id in (link.from_person, link.to_person)}
        # Outwards until nobody new is found, and not over the links once: the record gives them in no order, and an aunt may be
        # named before the mother whose sister she is.
        while True:
            more = [
                other
                for link in self.links
                for one, other in ((link.from_person, link.to_person), (link.to_person, link.from_person))
                if one in found and other not in found
            ]
            if not more:
                break
            found.update(dict.fromkeys(more))
        # People whom nothing joins are drawn all the same: that nobody recorded who they are to the child is itself worth
        # seeing.
        found.update(dict.fromkeys(id for id in self.world.people if id not in joined))
        return [id for id in found if self._is_there(id)]

    def _is_there(self, id: str) -> bool:
        born = PersonView(self.known, id).born
        # Born after the day the page shows: not there yet, unless the picture is about them.
        return born is None or born.start <= self.moment.as_at or id in self.subjects

    def family(self, homes: tuple[Home, ...]) -> GenogramFamily:
        for number, link in enumerate(self.links):
            if link.from_person in self.people and link.to_person in self.people:
                self._add(f"r{number}", link)
        members = [self._member(id) for id in self.people]
        members += self._not_known()
        kept = tuple(replace(home, members=tuple(id for id in home.members if id in self.people)) for home in homes)
        names = [name_of(self.world.people[id]) for id in self.subjects if id in self.world.people]
        title = f"Family diagram: {listed(names)}" if names else "Family diagram"
        return GenogramFamily(tuple(members), tuple(self.parenthoods), tuple(self.couples), tuple(self.ties), kept, title)

    def _add(self, key: str, link: KnownRelationship) -> None:
        words = self._sentence(link)
        one, other = link.from_person, link.to_person
        if link.kind in PARENTS:
            self.parenthoods.append(Parenthood(key, one, other, words, PARENTS[link.kind], self._ended(link)))
        elif link.kind in CHILDREN:
            self.parenthoods.append(Parenthood(key, other, one, words, CHILDREN[link.kind], self._ended(link)))
        elif link.kind in COUPLES:
            self.couples.append(self._couple(key, link, words))
        else:
            siblings = link.kind in SIBLINGS
            down = 0 if siblings else DOWN.get(link.kind)
            label = SIBLINGS[link.kind] if siblings else link.kind.replace("_", " ")
            through = self._through(link)
            # A maternal grandmother hangs from the mother, where the record has one: drawn as a tie to the child she would
            # stand beside her own daughter with a line across the generation between.
            if through is not None and not self._already(one, through):
                self.parenthoods.append(Parenthood(key, one, through, words))
            else:
                born_together = link.kind in BORN_TOGETHER
                self.ties.append(GenogramTie(key, one, other, words, down, siblings, label, born_together))

    def _through(self, link: KnownRelationship) -> str | None:
        """The parent that a maternal or paternal grandparent is the parent of, where that parent is recorded."""
        wanted = THROUGH.get(link.kind)
        parents = [
            other.from_person for other in self.links if other.to_person == link.to_person and PARENTS.get(other.kind) == "birth"
        ]
        fitting = [id for id in parents if wanted is not None and self._sex(id) == wanted and id in self.people]
        # Two women who could be meant are nobody to guess between, and nobody is their own parent.
        return fitting[0] if len(fitting) == 1 and fitting[0] != link.from_person else None

    def _already(self, parent: str, child: str) -> bool:
        return any((each.parent, each.child) == (parent, child) for each in self.parenthoods) or any(
            (other.from_person, other.to_person) == (parent, child) and other.kind in PARENTS for other in self.links
        )

    def _couple(self, key: str, link: KnownRelationship, words: str) -> Couple:
        how, at = COUPLES[link.kind], self.moment.as_at
        rows = self._rows(link)
        over = is_over(link, rows, at)
        # "Partner" with an end is over, though the word does not say how; "former wife" before her divorce was still a wife.
        ended = (how.ended or "ended") if over else None
        again = not over and any(is_over(each, rows, at) for each in rows)
        began, parted = stretch(link)
        said = []
        if began is not None:
            word = "m." if how.kind == "married" else "from"
            said.append(f"{word} {'again ' if again else ''}{began.first.year}")
        if parted is not None and over:
            word = "widowed" if link.kind in WIDOWED else {"divorced": "div.", "separated": "sep."}.get(ended or "", "ended")
            said.append(f"{word} {parted.last.year}")
        stands = link == as_they_stand(rows, at)
        return Couple(key, link.from_person, link.to_person, words, how.kind, ended, ", ".join(said), stands)

    def _rows(self, link: KnownRelationship) -> list[KnownRelationship]:
        """All that is recorded of the couple that this is of."""
        return self.pairs.get(frozenset((link.from_person, link.to_person)), [link])

    def _sentence(self, link: KnownRelationship) -> str:
        at = self.moment.as_at
        over = is_over(link, self._rows(link), at) if link.kind in COUPLES else has_ended(link, at)
        died = any(PersonView.of(self.known, each).died is not None for each in (link.from_person, link.to_person))
        return tie_sentence(link, self.names.called, over=over, died=died)

    def _sex(self, id: str) -> Sex:
        recorded = SEXES.get(self.world.people[id].sex)
        if recorded:
            return recorded
        # A mother is a woman also where nobody filled in the box; two kinds that disagree say nothing.
        said: set[Sex] = {sex_in(link.kind) for link in self.links if link.from_person == id} - {"unknown"}
        return said.pop() if len(said) == 1 else "unknown"

    def _member(self, id: str) -> GenogramMember:
        person, view = self.world.people[id], PersonView(self.known, id)
        born, died = view.born, view.died
        # A date of birth ahead of the page's day is a baby not born yet on that day, whatever is known now.
        unborn = view.expected or (born is not None and born.first > self.day)
        old = age(born, self.day, died.happened if died else None)
        due = f"due {person.expected.in_words()}" if person.expected else "due date not recorded"
        subject = id in self.subjects
        return GenogramMember(
            key=id,
            name=name_of(person),
            says=self._says(id, subject),
            sex=self._sex(id),
            inside="" if unborn else old.short,
            age=old.words,
            died=died_in_words(died.happened, old) if died else None,
            due=due if unborn and born is None else "not yet born" if unborn else None,
            subject=subject,
            born=born.first if born else None,
            birthday=born.first if born and born.exact else None,
            href=self.href(id),
        )

    def _says(self, id: str, subject: bool) -> tuple[str, ...]:
        """What this person is to the subjects, else to others of the family: what tells people of one name apart."""
        if subject and not self.names.shared_by(id):
            return ()
        said = ties(self.links, id, {each: self.world.people[each] for each in self.subjects if each in self.world.people})
        # Somebody who is nothing to these children by the record may be somebody's brother: better that than a bare name.
        said = said or ties(self.links, id, self.world.people)
        return said[:MOST_SAID]

    def _not_known(self) -> list[GenogramMember]:
        """A place for each parent of a child whom nobody has recorded: an empty place is a fact somebody should see."""
        wanting: dict[tuple[str, Sex], list[str]] = {}
        for child in self.people:
            # An empty place for each unknown parent of every adult would fill the picture with people nobody needs to find.
            if PersonView(self.known, child).is_adult(self.day):
                continue
            parents = [each.parent for each in self.parenthoods if each.child == child and each.care == "birth"]
            if len(parents) == 1 and parents[0] != child:
                missing: Sex = {"female": "male", "male": "female"}.get(self._sex(parents[0]), "unknown")  # type: ignore[assignment]
                # One place for all the children of one mother, with a line that says that nobody recorded whether it is one
                # father.
                wanting.setdefault((parents[0], missing), []).append(child)
            elif not parents and child in self.subjects:
                wanting.setdefault((child, "unknown"), []).append(child)
        return [self._nobody(number, sex, children) for number, ((_, sex), children) in enumerate(wanting.items())]

    def _nobody(self, number: int, sex: Sex, children: list[str]) -> GenogramMember:
        key, kind = f"not-known-{number}", {"male": "father", "female": "mother"}.get(sex, "parent")
        names = listed(name_of(self.world.people[child]) for child in children)
        for child in children:
            words = f"Who the {kind} of {self.names.called(child)} is has not been recorded."
            self.parenthoods.append(Parenthood(f"{key}-{child}", key, child, words))
        says = (f"{kind.capitalize()} of {names}",)
        if len(children) > 1:
            says = (*says, f"Not recorded whether one {kind} or several")
        return GenogramMember(key, "Not known", says, sex, stands_for_unknown=True)
