"""Who is away, and who covers for whom, over all families."""

from datetime import date

from holdfast.demo import brannigans
from holdfast.demo.days import DAY, at_work, working
from holdfast.demo.invented_partnership import Northmere
from holdfast.demo.residents import InventedFamily, Resident
from holdfast.demo.stock.names import NORTHERN
from holdfast.demo.story import Story
from holdfast.demo.texts import Pen

SAM, RUTH = "sam.poole", "ruth.adeyemi"
MARTA, SUNITA = "marta.kowal", "sunita.rao"


def absences(made: Northmere, today: date) -> None:
    """Sam Poole was off a month ago and is off again, with cover for all his children but the Brannigans. Marta Kowal is on
    leave with cover for everyone."""
    # A story needs a family, and leave is about nobody: this one has nobody in it.
    teller = Story(InventedFamily("absences", NORTHERN), made.at, made.staff, Pen())
    # Nobody was named for the Brannigans. That is what the page about them is there to show.
    sams = _children_of(made, SAM, but=brannigans.KEY)
    first, back, again = working(today, -24), working(today, -11), working(today, -2)
    teller.tell("absence_started", first, [], by=RUTH, worker=SAM, expected_until=working(today, -12).isoformat())
    teller.tell("cover_named", first, sams, by=RUTH, for_=SAM, cover="grace.okafor")
    teller.tell("absence_ended", back, [], by=RUTH, worker=SAM)
    teller.tell("absence_started", again, [], by=RUTH, worker=SAM, expected_until=working(today, 9).isoformat())
    teller.tell("cover_named", again, sams, by=RUTH, for_=SAM, cover="tom.ridley")
    leave = at_work(today - 8 * DAY)
    teller.tell("absence_started", leave, [], by=SUNITA, worker=MARTA, expected_until=working(today, 4).isoformat())
    teller.tell("cover_named", leave, _children_of(made, MARTA), by=SUNITA, for_=MARTA, cover="hannah.birch")
    made.shared += teller.entries


def _children_of(made: Northmere, worker: str, *, but: str = "") -> list[Resident]:
    stories = [story for story in made.stories if story.lead == worker and story.family.key != but]
    return [child for story in stories for child in story.family.alive(story.today)]
