"""Families for the genogram's tests: a few whole ones, and a strategy that makes any family, sensible or not."""

from datetime import date

from hypothesis import strategies as st

from holdfast.genogram.model import Couple, GenogramFamily, GenogramMember, GenogramTie, Home, Parenthood

NAMES = (
    "Ava",
    "Lucas",
    "Mother",
    "Maternal grandmother",
    "Zoë O’Neill-Łukasik",
    "Grace Adeyemi-Featherstonehaugh",
    "A" * 90,
    "Li",
)
SAYS = ((), ("Father of Chloe and Harper",), ("Mother of Ava, Lucas, Harper and Chloe", "Stepmother of Bo"))


def member(key: str, name: str, sex: str = "unknown", inside: str = "?", **more: object) -> GenogramMember:
    return GenogramMember(key, name, sex=sex, inside=inside, **more)  # type: ignore[arg-type]


def parent(one: str, child: str, care: str = "birth") -> Parenthood:
    return Parenthood(f"p-{one}-{child}-{care}", one, child, f"{one} is a parent of {child} ({care}).", care)  # type: ignore[arg-type]


def couple(one: str, other: str, kind: str = "couple", ended: str | None = None, note: str = "") -> Couple:
    return Couple(f"c-{one}-{other}", one, other, f"{one} and {other} are or were a couple.", kind, ended, note)  # type: ignore[arg-type]


def three_fathers() -> GenogramFamily:
    """The review's family: one mother, three fathers of one first name, a half-sibling elsewhere, a grandmother and an aunt."""
    people = (
        member("ava", "Ava", "female", "16", subject=True, born=date(2003, 1, 1)),
        member("lucas", "Lucas", "male", "9", subject=True, born=date(2010, 1, 1)),
        member("harper", "Harper", "female", "2", subject=True, born=date(2017, 3, 1)),
        member("chloe", "Chloe", "female", "1", subject=True, born=date(2018, 1, 1)),
        member("mother", "Mother", "female", "34"),
        member("father-1", "Father", "male", "37", says=("Father of Harper and Chloe",)),
        member("father-2", "Father", "male", says=("Father of one of the children; which is not recorded",)),
        member("father-3", "Father", "male", says=("Father of one of the children; which is not recorded",)),
        member("grandmother", "Maternal grandmother", "female", "51"),
        member("aunt", "Aunt", "female", says=("Aunt of Ava",)),
        member("older", "Older child", says=("Half-sibling of Harper and Chloe",)),
    )
    links = [parent("grandmother", "mother"), *(parent("mother", child) for child in ("ava", "lucas", "harper", "chloe"))]
    links += [parent("father-1", child) for child in ("harper", "chloe", "older")]
    links += [parent("father-1", child, "step") for child in ("ava", "lucas")]
    couples = (couple("mother", "father-1"), couple("mother", "father-2", "couple", "ended"), couple("mother", "father-3"))
    ties = (GenogramTie("t-aunt", "aunt", "ava", "Aunt is the aunt of Ava; on which side is not recorded.", 1, label="aunt"),)
    homes = (Home("home", "Home", ("mother", "father-1", "lucas", "harper", "chloe")),)
    return GenogramFamily(people, tuple(links), couples, ties, homes)


def large(children: int = 12, generations: int = 3) -> GenogramFamily:
    """A couple with many children, each of whom has a partner and a child: about forty people."""
    people = [member("gm", "Granny Ode", "female", "70"), member("gf", "Grandad Ode", "male", "72", died="died 2015")]
    links, couples = [], [couple("gm", "gf", "married")]
    for n in range(children):
        people.append(member(f"c{n}", f"Child{n} Ode", "female" if n % 2 else "male", str(40 - n), born=date(1980 + n, 5, 1)))
        links += [parent("gm", f"c{n}"), parent("gf", f"c{n}")]
        if generations > 2:
            people += [member(f"x{n}", f"Partner{n}", "male"), member(f"k{n}", f"Kid{n}", inside="1–2", subject=n == 3)]
            couples.append(couple(f"c{n}", f"x{n}", "cohabiting", "separated" if n % 3 else None, "sep. 2019" if n % 3 else ""))
            links += [parent(f"c{n}", f"k{n}"), parent(f"x{n}", f"k{n}")]
    homes = (Home("h", "Home", ("c3", "k3", "c5", "gm")),) if generations > 2 else ()
    return GenogramFamily(tuple(people), tuple(links), tuple(couples), (), homes)


@st.composite
def families(draw: st.DrawFn, most: int = 14) -> GenogramFamily:
    """Any family at all: cycles, people related twice over, and nobody related to anybody included."""
    count = draw(st.integers(1, most))
    keys = [f"p{n}" for n in range(count)]
    anyone = st.sampled_from(keys)
    people = tuple(_person(draw, key) for key in keys)
    pairs = draw(st.lists(st.tuples(anyone, anyone), max_size=count * 2, unique=True))
    kinds = ("birth", "birth", "birth", "step", "foster", "couple", "couple", "siblings", "tie", "friend")
    links, couples, ties = [], [], []
    for number, (one, other) in enumerate(pairs):
        what = draw(st.sampled_from(kinds))
        if what == "couple":
            couples.append(_couple(draw, number, one, other))
        elif what in ("siblings", "tie", "friend"):
            down = {"siblings": 0, "tie": draw(st.sampled_from((1, 2))), "friend": None}[what]
            label = draw(st.sampled_from(("", "aunt", "half-siblings")))
            ties.append(GenogramTie(f"r{number}", one, other, f"R{number} tie.", down, what == "siblings", label))
        else:
            links.append(Parenthood(f"r{number}", one, other, f"R{number} parent.", what))  # type: ignore[arg-type]
    return GenogramFamily(people, tuple(links), tuple(couples), tuple(ties), _homes(draw, anyone))


def _couple(draw: st.DrawFn, number: int, one: str, other: str) -> Couple:
    ended = draw(st.sampled_from((None, "separated", "divorced", "ended")))
    kind = draw(st.sampled_from(("married", "cohabiting", "couple")))
    note = draw(st.sampled_from(("", "m. 2010, div. 2016")))
    return Couple(f"r{number}", one, other, f"R{number} couple.", kind, ended, note)  # type: ignore[arg-type]


def _homes(draw: st.DrawFn, anyone: st.SearchStrategy[str]) -> tuple[Home, ...]:
    taken: set[str] = set()
    made = []
    for number, members in enumerate(draw(st.lists(st.lists(anyone, min_size=1, max_size=6, unique=True), max_size=2))):
        made.append(Home(f"h{number}", f"Home {number + 1}", tuple(each for each in members if each not in taken)))
        taken.update(members)
    return tuple(made)


def _person(draw: st.DrawFn, key: str) -> GenogramMember:
    born = draw(st.none() | st.dates(date(1940, 1, 1), date(2024, 1, 1)))
    return GenogramMember(
        key,
        draw(st.sampled_from(NAMES)),
        says=draw(st.sampled_from(SAYS)),
        sex=draw(st.sampled_from(("male", "female", "unknown"))),
        inside=draw(st.sampled_from(("?", "34", "1–2"))),
        died=draw(st.sampled_from((None, None, "died 2019"))),
        due=draw(st.sampled_from((None, None, None, "due 5 Oct 2026"))),
        subject=draw(st.booleans()),
        born=born,
        birthday=born if draw(st.booleans()) else None,
        href=draw(st.sampled_from((None, f"/children/{key}/"))),
    )
