"""The child in one line, for somebody who has one minute."""

from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import day_in_words, london_day
from holdfast.pages.child.presenters.case_phrases import plan_in_words
from holdfast.pages.child.presenters.child_network import lead_in_words
from holdfast.pages.child.presenters.child_signals import ChildSignal
from holdfast.pages.child.presenters.living_arrangements import sleeping_place
from holdfast.pages.child.queries.case import Case
from holdfast.pages.child.queries.case_signals import overdue_clocks

NOTHING = "Nothing in the record is overdue, and nothing in it adds up to a worry. That is not proof of safety."
NO_AGE = "Age not known: no date of birth is recorded."
ORDERS = ("court_order_made", "court_application_made", "police_protection_started", "police_protection_ended")


@dataclass(frozen=True)
class CaseSummary:
    """Who the child is and how things stand, in a handful of sentences."""

    who: str
    line: str
    sleeps: str
    lead: str
    worrying: str


def case_summary(case: Case, worries: list[ChildSignal]) -> CaseSummary:
    """The situation at the case's moment."""
    return CaseSummary(
        age_and_siblings(case), _line(case), sleeping_place(case).said, lead_in_words(case), _worrying(case, worries)
    )


def age_and_siblings(case: Case) -> str:
    """Age and date of birth as exactly as they are known, and brothers and sisters."""
    siblings = [case.names.person(id) for id in case.siblings]
    return f"{age_and_birth(case)} Brothers and sisters: {', '.join(siblings)}." if siblings else age_and_birth(case)


def age_and_birth(case: Case) -> str:
    """Age and date of birth as exactly as they are known; of a child not yet born the day they are expected."""
    parts = []
    born = case.view.born
    died = f"Died {case.died.in_words()}" if case.died is not None else ""
    # An unborn child has a plan and people responsible for it like any other; only the age is otherwise.
    if born is None and case.view.expected:
        due = case.person.expected.in_words() if case.person.expected else "a day that is not recorded"
        parts.append(f"{died}, before birth; was expected {due}." if died else f"Not born yet; expected {due}.")
    elif born is None:
        parts.append(f"{died}. No date of birth is recorded." if died else NO_AGE)
    else:
        said = case.age_or_death
        exactly = f"born {born.in_words()}" if born.exact else f"born {born.in_words()}; the exact date is not recorded"
        parts.append(f"{said[:1].upper()}{said[1:]}, {exactly}.")
    return " ".join(parts)


def _line(case: Case) -> str:
    nothing = "No plan is in force" if case.died is None else "The plan and the work on it ended with the death"
    parts = [plan_in_words(case.plan, case) if case.plan else nothing]
    if case.pre_proceedings:
        parts.append(f"pre-proceedings since {case.pre_proceedings.started_by.happened.in_words()}")
    legal = legal_status(case)
    if legal:
        parts.append(legal)
    return "; ".join(parts) + "."


def legal_status(case: Case) -> str:
    """The last thing a court or the police did, where there is one and it is not over."""
    last = case.latest(*ORDERS)
    if last is None or last.type == "police_protection_ended":
        return ""
    if last.type == "police_protection_started":
        return f"in police protection since {last.happened.in_words()}"
    kind = str(value(last, "kind")).replace("_", " ")
    verb = "court order" if last.type == "court_order_made" else "application to court"
    return f"{verb} ({kind}) {last.happened.in_words()}"


def _worrying(case: Case, worries: list[ChildSignal]) -> str:
    late = overdue_clocks(case)
    parts = []
    if worries:
        parts.append(f"{len(worries)} {'thing' if len(worries) == 1 else 'things'} in the record should worry somebody now")
    if late:
        first = min((clock.breached_at for clock, _ in late if clock.breached_at), default=None)
        since = f", the oldest since {day_in_words(london_day(first))}" if first else ""
        # By standard: a visit missed every week for ten weeks is one thing that does not happen, not ten.
        kinds = len({clock.standard for clock, _ in late})
        what = "thing that should have happened is" if kinds == 1 else "things that should have happened are"
        parts.append(f"{kinds} {what} overdue{since}")
    said = "; ".join(parts) + "." if parts else NOTHING
    return f"{said} {_not_counted(case.family.withheld)}" if case.family.withheld else said


def _not_counted(withheld: int) -> str:
    what = "One entry is" if withheld == 1 else f"{withheld} entries are"
    return f"{what} not for you, and what should follow is not counted here. Ask the child’s social worker."
