"""Workers who come and go, and children whom nobody holds."""

from holdfast.rules.conditions import ByRole, FieldIn, InPost, Mentions, Not, NumberUnder, Previous, RefersTo, SameAs
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Interval
from holdfast.rules.shapes import AnyShape, Happens, Numbers, Said, Stale, Undone, Unrepresented, WhileWorker, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either, Gathers, Pattern
from holdfast.standards.done_by import AS_LEAD
from holdfast.standards.professions import SOCIAL_CARE_MANAGERS
from holdfast.standards.states import ANY_PLAN, PLAN_OR_PRE_PROCEEDINGS
from holdfast.standards.workers import MAY_HOLD, WK_01

LEAD = on("worker_allocated", where=(AS_LEAD,))
# Allocated again, in another role or after a transfer between teams, a worker is still the person whom the child knows.
NEW_LEAD = on("worker_allocated", where=(AS_LEAD, Not(Previous(LEAD, (SameAs("worker", "worker"),)))))

SIG_WORKER_CHANGES = Signal(
    id="SIG-WORKER-CHANGES",
    title="Many changes of lead worker",
    theme="continuity",
    says="The child has had three or more lead social workers in twelve months.",
    severity="high",
    tell=(
        "service_manager",
        "cp_chair",
    ),
    asks=("The service manager writes to the family with the reason and a named person for the next three months."),
    numbers={"n": 3, "days": 365},
    pattern=lambda n: Happens(Gathers((NEW_LEAD,), int(n["n"]), days(n["days"]))),
    why="{entries} lead social workers in {days} days, the latest {when}.",
    review_paragraphs=(
        "5.6",
        "5.18",
        "5.19",
        "5.22",
        "5.101",
    ),
    evidence=(
        "CHILDCD2021",
        "SCRNEGLECT2013",
    ),
    guard="The same worker allocated again is not a change.",
)

VACANCY = ("vacancy", "vacant", "unallocated")
# In a manager's name is how a team writes that it has nobody. The role is the only sign of it in the record.
IN_NAME_ONLY = ByRole((*sorted(SOCIAL_CARE_MANAGERS), *VACANCY), "worker")
NOBODYS = (
    Each(on("worker_allocated", where=(AS_LEAD, IN_NAME_ONLY))),
    Each(on("worker_allocated", where=(Mentions("role", VACANCY),))),
)
# Given to somebody who is away or gone, with nobody for them, the child is nobody's all the same.
SOMEBODYS = on("worker_allocated", where=(AS_LEAD, Not(IN_NAME_ONLY), InPost("worker"), MAY_HOLD))


def _working_days(n: Numbers) -> Deadline:
    return Deadline(int(n["working_days"]), "working_days")


SIG_NO_PRESENT_WORKER = Signal(
    id="SIG-NO-PRESENT-WORKER",
    title="Case without a present, named, qualified worker",
    theme="continuity",
    says=(
        "For more than one working day the child's lead worker has been away or gone with nobody in post covering for them, or "
        "has left with nobody in their place, or the case is held by a vacancy or in a manager's name."
    ),
    severity="critical",
    tell=(
        "team_manager",
        "service_manager",
        "at 2 working days: assistant_director",
    ),
    asks="A qualified worker who is at work is named for the child.",
    numbers={"working_days": 1},
    pattern=lambda n: AnyShape(
        (
            Said(
                # The standard's own start and end: cover is cover. A working day more than nobody should be without a worker.
                Undone(WK_01.trigger, WK_01.met_by, _working_days(n), excused_by=WK_01.excused_by),
                (
                    "The child's worker, or whoever covered for them, was no longer there, by what was recorded {when}; nobody "
                    "in post was named by {due}."
                ),
            ),
            Said(
                Undone(
                    # Only the last lead's leaving leaves a child with nobody, and the entry may stand in the worker's own record.
                    Pattern(
                        "part_of_lead_ended",
                        "the lead worker's part is over, with nobody in their place",
                        ("worker_allocated", "worker_ended"),
                        ANY_PLAN,
                    ),
                    (SOMEBODYS,),
                    _working_days(n),
                    during=ANY_PLAN,
                ),
                "The child's lead worker left {when}, and nobody qualified was named in their place by {due}.",
            ),
            Said(
                Undone(
                    Either(NOBODYS),
                    (SOMEBODYS,),
                    _working_days(n),
                    # Taking the vacancy off the case ends this; who holds it then is what the shape above asks.
                    excused_by=(on("worker_ended", where=(SameAs("worker", "worker"),)),),
                ),
                ("The case was given to a vacancy or into a manager's name {when}, and nobody qualified was named by {due}."),
            ),
        )
    ),
    why="Nobody qualified and at work holds the case.",
    review_paragraphs=(
        "5.20",
        "5.48",
        "5.103",
        "5.113",
    ),
    evidence=("NATREV2022",),
    guard="A child for whom no worker was ever recorded raises nothing: that is not known, rather than known to be nobody.",
)


# Counted by somebody and recorded. The record here sees one partnership's children and could not count a manager's others.
MANY = "oversight_counted"

GOING = ("post_left", "worker_leaving", "worker_ended")

SIG_MANAGER_GAP = Signal(
    id="SIG-MANAGER-GAP",
    title="Management oversight gap",
    theme="continuity",
    says=(
        "While the child is on a child protection plan or in pre-proceedings, the lead worker's manager is away or gone without "
        "cover, is in the first six months in post, or oversees more than 60 such children; or no management decision has been "
        "recorded for 28 days."
    ),
    severity="medium",
    tell=(
        "service_manager",
        "assistant_director",
    ),
    asks="A second manager is named, and the children without a decision are listed.",
    numbers={"tenure_months": 6, "children": 60, "days": 28},
    pattern=lambda n: AnyShape(
        (
            Said(
                # These states are the manager's, not the child's: read from who is in post and laid over the time that the
                # child's own lead had that manager.
                Unrepresented("manager", "away", PLAN_OR_PRE_PROCEEDINGS),
                "{who}, who manages this child's lead worker, is away, and nobody in post covers, by what was recorded {when}.",
            ),
            Said(
                Unrepresented("manager", "gone", PLAN_OR_PRE_PROCEEDINGS),
                "{who}, who managed this child's lead worker, is gone, and nobody in post covers, by what was recorded {when}.",
            ),
            Said(
                WhileWorker(
                    "manager",
                    (on("post_taken_up"),),
                    (on(*GOING),),
                    PLAN_OR_PRE_PROCEEDINGS,
                    # Being new is not a fault, and it ends by itself: what is asked for is a second manager for the time being.
                    Amount(int(n["tenure_months"]), "months"),
                ),
                "{who}, who manages this child's lead worker, took up the post {when}.",
            ),
            Said(
                WhileWorker(
                    "manager",
                    (on(MANY, where=(Not(NumberUnder("children", n["children"] + 1)),)),),
                    # A later count that is lower ends it. Without one the last count holds: nobody counts every month.
                    (on(MANY, where=(NumberUnder("children", n["children"] + 1),)), on(*GOING)),
                    PLAN_OR_PRE_PROCEEDINGS,
                ),
                (
                    "{who}, who manages this child's lead worker, oversees more than {children} such "
                    "children, by the count {when}."
                ),
            ),
            Said(
                Stale(
                    PLAN_OR_PRE_PROCEEDINGS,
                    (on("management_decision_recorded"),),
                    Interval(int(n["days"]), "calendar_days"),
                ),
                "No management decision about this child was recorded in {days} days: the last, or the start, was {when}.",
            ),
        )
    ),
    why="Oversight of the case has a gap.",
    review_paragraphs=(
        "5.20",
        "5.21",
        "5.103",
        "5.105",
    ),
    evidence=("KNOW_NUMBERS",),
    guard="Only a manager whom somebody was recorded as having: what posts a team has is not guessed from who signs.",
)

JOINTLY = ("joint visit", "jointly visit", "visit jointly", "visit together")

SIG_JOINT_VISIT_NOT_DONE = Signal(
    id="SIG-JOINT-VISIT-NOT-DONE",
    title="Joint visit proposed and not done",
    theme="continuity",
    says="A joint visit was agreed, and 15 working days later none is recorded.",
    severity="low",
    tell=(
        "lead_social_worker",
        "partner named",
    ),
    asks="The visit is made, or it is said why not.",
    numbers={"working_days": 15},
    pattern=lambda n: Undone(
        # Agreed in an entry of its own, or in an action's words. Only these phrases: "joint" by itself is in joint meetings too.
        Either((Each(on("joint_visit_agreed")), Each(on("action_agreed", where=(Mentions("action", JOINTLY),))))),
        done_by=(
            on("visit_made", where=(FieldIn("kind", ("joint",)),)),
            on("action_reviewed", where=(RefersTo("action"), FieldIn("status", ("done",)))),
        ),
        limit=Deadline(int(n["working_days"]), "working_days"),
        excused_by=(on("contact_missed", where=(Mentions("service", ("joint",)),)),),
    ),
    why="A joint visit was agreed {when}; none is recorded by {due}.",
    review_paragraphs=(
        "5.99",
        "5.100",
    ),
    evidence=("KNOW_NUMBERS",),
    guard="A joint visit that was tried and missed, and is recorded as that, ends it.",
)
