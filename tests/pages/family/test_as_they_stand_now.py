"""The picture shows how people stand now: who parted and came together again, who cared for a child and no longer does, who was
born together. In whatever order the record holds it."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.genogram.births import born_together
from holdfast.genogram.layout import lay_out
from holdfast.genogram.model import Couple, GenogramFamily
from holdfast.genogram.relationship_kinds import COUPLES
from holdfast.genogram.text_alternative import in_words
from holdfast.identity.same_name import ties
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.family.presenters.family_diagram import family_of
from holdfast.vocabulary.kinship import APART, TOGETHER, WIDOWED, has_ended
from holdfast.vocabulary.world import KnownPerson, KnownRelationship, PersonName, World
from tests.genogram.test_layout import assert_nothing_hides_anything, assert_says_everything

DAY = date(2026, 11, 27)  # a Friday
NOW = Moment.at_end_of(DAY)


def person(id: str, born: str | None = None, sex: str | None = None) -> KnownPerson:
    return KnownPerson(id, (PersonName("usual", id.title(), None),), When.parse(born) if born else None, sex)


def tie(one: str, kind: str, other: str, start: str | None = None, end: str | None = None) -> KnownRelationship:
    since, until = (None if each is None else When.parse(each) for each in (start, end))
    return KnownRelationship(one, other, kind, None, since, until)


PEOPLE = (
    person("dad", "1988", "M"),
    person("mum", "1990", "F"),
    person("kit", "2015-05-05", "F"),
    person("lee", "2015-05-06", "M"),
    person("oak", "2017-01-31", "M"),
    person("fay", "1970", "F"),
)


def family(*links: KnownRelationship, moment: Moment = NOW, subjects: tuple[str, ...] = ("kit",)) -> GenogramFamily:
    return family_of(World({}, {}, {each.id: each for each in PEOPLE}, links, ()), subjects, moment)


def drawn(pictured: GenogramFamily) -> Couple:
    """The one couple whose line is drawn."""
    picture = lay_out(pictured)
    assert_nothing_hides_anything(picture)
    assert_says_everything(pictured)
    shown = {key for stroke in picture.strokes for key in stroke.shows}
    (couple,) = [each for each in pictured.couples if each.key in shown]
    return couple


def said(pictured: GenogramFamily) -> set[str]:
    return {sentence for each in in_words(pictured).people for sentence in each.relationships}


AGAIN = (tie("dad", "husband", "mum", "2016"), tie("dad", "former_spouse", "mum", "2008", "2012"))
BORN = (tie("mum", "mother", "kit"), tie("dad", "father", "kit"))


@pytest.mark.parametrize("order", list(permutations((*AGAIN, *BORN))))
def test_a_pair_that_married_again_is_drawn_married_in_every_order_of_rows(order: tuple[KnownRelationship, ...]) -> None:
    couple = drawn(family(*order))
    assert (couple.kind, couple.ended, couple.note) == ("married", None, "m. again 2016")
    assert "Dad is a former spouse of Mum, from 2008 until 2012." in said(family(*order))


@pytest.mark.parametrize("day", [date(2007, 6, 1), date(2010, 6, 1), date(2014, 6, 2), date(2020, 6, 1)])
def test_on_the_page_of_an_earlier_day_they_are_drawn_as_they_were_then(day: date) -> None:
    pictured = family(*AGAIN, *BORN, moment=Moment.at_end_of(day), subjects=("mum",))
    wanted = {2007: None, 2010: ("married", None), 2014: ("married", "divorced"), 2020: ("married", None)}[day.year]
    assert (None if not pictured.couples else ((one := drawn(pictured)).kind, one.ended)) == wanted


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        # Nobody closed the marriage when the divorce was written down beside it.
        ((tie("dad", "husband", "mum", "2008"), tie("dad", "divorced", "mum", "2008", "2012")), ("married", "divorced")),
        ((tie("mum", "wife", "dad", "2008"), tie("dad", "separated", "mum", "2015")), ("couple", "separated")),
        ((tie("mum", "wife", "dad"), tie("dad", "separated", "mum")), ("couple", "separated")),
        ((tie("dad", "separated", "mum", "2015"), tie("mum", "wife", "dad", "2018")), ("married", None)),
        ((tie("dad", "partner", "mum", "2009", "2010"), tie("dad", "husband", "mum", "2011", "2013")), ("married", "ended")),
        ((tie("dad", "partner", "mum"), tie("mum", "former_partner", "dad", "2009", "2010")), ("couple", None)),
        ((tie("dad", "former_partner", "mum"),), ("couple", "ended")),
        ((tie("dad", "husband", "mum", "2016", "2030"),), ("married", None)),
    ],
)
def test_one_in_force_else_the_latest(rows: tuple[KnownRelationship, ...], wanted: tuple[str, str | None]) -> None:
    for order in permutations((*rows, *BORN)):
        couple = drawn(family(*order))
        assert (couple.kind, couple.ended) == wanted


def couples_said_to_be_over() -> list[tuple[str, str | None, str | None, str | None, str]]:
    short = {"divorced": "div.", "separated": "sep."}
    found = []
    for kind in sorted(APART):
        style = COUPLES[kind]
        word = "widowed" if kind in WIDOWED else short.get(style.ended or "", "ended")
        began = "m." if style.kind == "married" else "from"
        found += [(kind, "2012", None, style.ended, f"{word} 2012"), (kind, None, None, style.ended, "")]
        found += [
            (kind, "2008", "2012", style.ended, f"{began} 2008, {word} 2012"),
            (kind, None, "2012", style.ended, f"{word} 2012"),
        ]
    return found


@pytest.mark.parametrize(("kind", "start", "end", "ended", "note"), couples_said_to_be_over())
def test_what_is_over_since_a_year_ended_in_it_and_did_not_begin(
    kind: str, start: str | None, end: str | None, ended: str | None, note: str
) -> None:
    couple = drawn(family(tie("dad", kind, "mum", start, end), *BORN))
    assert (couple.ended, couple.note) == (ended, note)


def test_divorced_since_a_year_they_were_not_divorced_before_it() -> None:
    link = tie("dad", "divorced", "mum", "2012")
    at = {year: Moment.at_end_of(date(year, 6, 1)).as_at for year in (2011, 2012, 2013)}
    assert [has_ended(link, at[year]) for year in sorted(at)] == [False, True, True]


years = st.none() | st.integers(2000, 2030).map(str)


@st.composite
def rows_of_a_pair(draw: st.DrawFn) -> list[KnownRelationship]:
    found = []
    for _ in range(draw(st.integers(1, 4))):
        start, end = draw(years), draw(years)
        if start and end and end < start:
            start, end = end, start
        one, other = draw(st.permutations(("dad", "mum")))
        found.append(tie(one, draw(st.sampled_from(sorted(TOGETHER | APART))), other, start, end))
    return found


@given(rows_of_a_pair(), st.randoms())
def test_whatever_is_recorded_of_a_pair_its_order_changes_nothing_that_is_drawn(rows: list[KnownRelationship], random) -> None:  # type: ignore[no-untyped-def]
    if all(row.start is not None and row.start.start > NOW.as_at for row in rows):
        return
    shuffled = [*rows, *BORN]
    random.shuffle(shuffled)
    one, other = drawn(family(*rows, *BORN)), drawn(family(*shuffled))
    assert (one.words, one.kind, one.ended, one.note) == (other.words, other.kind, other.ended, other.note)
    assert said(family(*rows, *BORN)) == said(family(*shuffled))


def test_a_stepfather_who_left_and_a_foster_carer_of_before_are_shown_as_ended() -> None:
    step = tie("fay", "stepmother", "kit", "2016", "2018-06")
    care = tie("fay", "foster_carer", "oak", "2018-01-01", "2019-01-01")
    pictured = family(*BORN, tie("mum", "mother", "oak"), step, care)
    picture = lay_out(pictured)
    assert_nothing_hides_anything(picture)
    assert {note.text for note in picture.notes} >= {"step, ended 2018", "foster, ended 2019"}
    assert {stroke.kind for stroke in picture.strokes if set(stroke.shows) & {"r3", "r4"}} == {"over"}
    assert "Fay was the stepmother of Kit, until June 2018." in said(pictured)
    assert "Fay was a foster carer of Oak, until 1 Jan 2019." in said(pictured)
    assert any("no longer does" in line for line in in_words(pictured).legend)
    before = family(*BORN, tie("mum", "mother", "oak"), step, care, moment=Moment.at_end_of(date(2018, 6, 29)))
    assert {note.text for note in lay_out(before).notes if note.kind == "note"} == {"step", "foster"}


def test_a_carer_whose_care_ended_is_said_to_have_been_one_wherever_people_are_told_apart() -> None:
    people = {each.id: each for each in PEOPLE}
    links = (tie("fay", "foster_carer", "oak", "2018", "2019-01-01"), tie("fay", "aunt", "kit"))
    assert ties(links, "fay", people) == ("Aunt of Kit", "Foster carer of Oak until 1 Jan 2019")


def test_twins_born_on_either_side_of_midnight_are_twins_recorded_or_not() -> None:
    born = (*BORN, tie("mum", "mother", "lee"), tie("dad", "father", "lee"), tie("mum", "mother", "oak"))
    for links in (born, (*born, tie("kit", "twin", "lee"))):
        pictured = family(*links)
        assert born_together(pictured) == (("kit", "lee"),)
        assert any(len(stroke.paths) > 2 for stroke in lay_out(pictured).strokes if stroke.kind == "birth")
        assert "Two lines from one point: twins" in in_words(pictured).legend
    assert "Kit and Lee were born together, by their dates of birth." in said(family(*born))


@pytest.mark.parametrize(("apart", "together"), [("2015-05-05", True), ("2015-05-06", True), ("2015-05-07", False)])
def test_a_day_apart_is_one_birth_and_two_are_not_unless_somebody_recorded_it(apart: str, together: bool) -> None:
    people = {each.id: each for each in (person("mum", "1990", "F"), person("kit", "2015-05-05"), person("lee", apart))}
    links = (tie("mum", "mother", "kit"), tie("mum", "mother", "lee"))
    pictured = family_of(World({}, {}, people, links, ()), ("kit",), NOW)
    assert bool(born_together(pictured)) is together
    recorded = family_of(World({}, {}, people, (*links, tie("lee", "twin", "kit")), ()), ("kit",), NOW)
    assert born_together(recorded)


def test_recorded_twins_are_drawn_so_also_by_whoever_adopted_them_and_where_no_parent_is_known() -> None:
    adopted = (tie("fay", "adoptive_mother", "kit"), tie("fay", "adoptive_mother", "lee"), tie("kit", "twin", "lee"))
    for links in (adopted, (tie("kit", "twin", "lee"),)):
        picture = lay_out(family(*links))
        slanted = [
            path for stroke in picture.strokes for path in stroke.paths if path[0][0] != path[-1][0] and path[0][1] != path[-1][1]
        ]
        points = [path[0] for path in slanted if len(path) == 2]
        assert len(points) == 2 and points[0] == points[1]


def test_children_of_one_day_in_one_foster_home_are_no_twins() -> None:
    people = {each.id: each for each in (person("fay", "1970", "F"), person("kit", "2015-05-05"), person("lee", "2015-05-05"))}
    links = (tie("fay", "foster_carer", "kit"), tie("fay", "foster_carer", "lee"))
    assert not born_together(family_of(World({}, {}, people, links, ()), ("kit", "lee"), NOW))


def test_a_twin_of_a_twin_is_one_of_three() -> None:
    links = (tie("mum", "mother", "kit"), tie("mum", "mother", "lee"), tie("mum", "mother", "oak"))
    pictured = family(*links, tie("kit", "twin", "lee"), tie("oak", "triplet", "lee"))
    assert born_together(pictured) == (("kit", "lee", "oak"),)
