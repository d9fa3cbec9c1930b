"""A replay as one HTML page that stands alone: it can be mailed to a review panel and opened anywhere."""

from html import escape

from holdfast.engine.replay import ReplayLine
from holdfast.engine.responsibility.ladder_rungs import Notification
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.kernel.when import day_in_words, london_day
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.world import World

# In the page itself: it is mailed to a panel, and opened where nothing of ours can be reached.
STYLE = """
body{font:17px/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;margin:0 auto;max-width:74rem;padding:2rem 1.5rem 4rem}
h1{font-size:2.25rem;line-height:1.15;margin:0 0 .5rem;max-width:24ch}
h2{font-size:1.5rem;margin:3rem 0 .25rem;padding-top:.75rem;border-top:4px solid #12454a}
p.lead{color:#383f43;margin:0;max-width:60ch}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{text-align:left;vertical-align:top;padding:.75rem 1rem .75rem 0;border-bottom:1px solid #b1b4b6}
th{font-size:.9rem}col.when{width:9rem}col.told{width:21rem}
.why{margin:0 0 .25rem}.rule{margin:0;color:#383f43;font-size:.9rem}
.state{display:inline-block;font-weight:bold;font-size:.85rem;padding:0 .4rem;border:2px solid currentColor;margin-right:.5rem}
.overdue,.raised{color:#942514}.met_late,.ended{color:#6f4a00}.met{color:#00512f}.other{color:#383f43}
ul{margin:0;padding:0;list-style:none;font-size:.95rem}li+li{margin-top:.35rem}small{display:block;color:#383f43}
@media(max-width:50rem){col{width:auto!important}table,tbody,tr,td{display:block}thead{display:none}td{border:0;padding:.25rem 0}
tr{border-bottom:1px solid #b1b4b6;padding:.75rem 0}}
@media print{body{max-width:none;padding:0;font-size:11pt}h2{break-after:avoid}tr{break-inside:avoid}}
"""
COLUMNS = '<colgroup><col class="when"><col><col class="told"></colgroup>'


def page(world: World, lines: list[ReplayLine], moment: Moment) -> str:
    """The whole page, people in the order in which something first showed for them."""
    shown = [line for line in lines if line.line.raised_on is not None]
    people = dict.fromkeys(line.line.what.child for line in shown)
    known = (
        "everything recorded since" if moment.known_at == FOREVER else f"what was recorded by {moment.known_at:%d %b %Y %H:%M}"
    )
    day = day_in_words(london_day(moment.as_at))
    sections = "".join(_person(world, person, [line for line in shown if line.line.what.child == person]) for person in people)
    empty = "<p>Nothing in this case was overdue or worrying by then.</p>" if not shown else ""
    lead = (
        f"The world as at {day}, told with {known}. {len(shown)} things first showed as overdue or worrying; "
        f"{len(lines) - len(shown)} more were in time, still running or not required."
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Replay as at {day}</title><style>{STYLE}</style></head><body><main>"
        f'<h1>What would have shown, to whom and when</h1><p class="lead">{lead}</p>{empty}{sections}</main></body></html>'
    )


def _person(world: World, person: str, lines: list[ReplayLine]) -> str:
    rows = "".join(_row(world, line) for line in lines)
    head = "".join(f'<th scope="col">{each}</th>' for each in ("First shown", "What it said", "Put to"))
    name = escape(world.names.person(person))
    return f"<section><h2>{name}</h2><table>{COLUMNS}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"


def _row(world: World, line: ReplayLine) -> str:
    rule = line.line.rule
    title = STANDARDS[rule].title if rule in STANDARDS else SIGNALS[rule].title
    state = line.state if line.state in ("overdue", "raised", "met_late", "ended", "met") else "other"
    doubt = "<small>about then</small>" if line.line.what.approximate else ""
    first = day_in_words(line.line.raised_on) if line.line.raised_on else ""
    tells = "".join(_tell(world, tell) for tell in line.tells)
    return (
        f'<tr><td>{first}{doubt}</td><td><p class="why"><span class="state {state}">{line.state.replace("_", " ")}</span>'
        f'{escape(line.why)}</p><p class="rule">{rule}: {escape(title)}</p></td><td><ul>{tells}</ul></td></tr>'
    )


def _tell(world: World, tell: Notification) -> str:
    name = escape(world.names.worker(tell.worker) if tell.worker else "On-call mailbox")
    return f"<li>{day_in_words(tell.on)}: {name}<small>{escape(tell.because)}</small></li>"
