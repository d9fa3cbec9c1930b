"""A replay as one HTML page that stands alone: it can be mailed to a review panel and opened anywhere."""

from html import escape

from holdfast.engine.replay import Replayed
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.kernel.when import day_in_words, london_day
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.world import World

STYLE = """
body{font:16px/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;margin:0 auto;max-width:76rem;padding:1.5rem}
h1{font-size:2rem;margin:0 0 .25rem}h2{font-size:1.4rem;margin:2.5rem 0 .5rem;border-top:2px solid #1d4f76;padding-top:.5rem}
p.lead{color:#383f43;margin-top:0}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #b1b4b6}
td.rule{white-space:nowrap;font-weight:bold}.state{display:inline-block;padding:0 .4rem;border:2px solid currentColor;white-space:nowrap}
.overdue,.raised{color:#942514}.met_late,.ended{color:#6f4a00}.met{color:#00512f}.other{color:#383f43}
ul{margin:0;padding-left:1.1rem}small{color:#383f43}@media print{body{max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}}
"""


def page(world: World, lines: list[Replayed], moment: Moment) -> str:
    """The whole page, people in the order in which something first showed for them."""
    shown = [line for line in lines if line.line.raised_on is not None]
    people = dict.fromkeys(line.line.what.child for line in shown)
    known = (
        "everything recorded since" if moment.known_at == FOREVER else f"what was recorded by {moment.known_at:%d %b %Y %H:%M}"
    )
    day = day_in_words(london_day(moment.as_at))
    sections = "".join(_person(world, person, [line for line in shown if line.line.what.child == person]) for person in people)
    empty = "<p>Nothing in this case was overdue or worrying by then.</p>" if not shown else ""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Replay as at {day}</title><style>{STYLE}</style></head><body><main><h1>What would have shown, to whom and when</h1>"
        f'<p class="lead">The world as at {day}, told with {known}. {len(shown)} things first showed as overdue or worrying; '
        f"{len(lines) - len(shown)} more were in time, still running or not required.</p>{empty}{sections}</main></body></html>"
    )


def _person(world: World, person: str, lines: list[Replayed]) -> str:
    rows = "".join(_row(world, line) for line in lines)
    head = "".join(f'<th scope="col">{each}</th>' for each in ("First shown", "What", "State", "Why", "Put to"))
    name = escape(world.names.person(person))
    return f"<section><h2>{name}</h2><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"


def _row(world: World, line: Replayed) -> str:
    rule = line.line.rule
    title = STANDARDS[rule].title if rule in STANDARDS else SIGNALS[rule].title
    state = line.state if line.state in ("overdue", "raised", "met_late", "ended", "met") else "other"
    tells = "".join(
        f"<li>{day_in_words(tell.on)}: {escape(world.names.worker(tell.worker) if tell.worker else 'on-call mailbox')} "
        f"<small>{escape(tell.role.replace('_', ' '))}; {escape(tell.because)}</small></li>"
        for tell in line.tells
    )
    doubt = " <small>(about then)</small>" if line.line.what.approximate else ""
    first = day_in_words(line.line.raised_on) if line.line.raised_on else ""
    return (
        f'<tr><td>{first}{doubt}</td><td class="rule">{rule}<br><small>{escape(title)}</small></td>'
        f'<td><span class="state {state}">{line.state.replace("_", " ")}</span></td><td>{escape(line.why)}</td><td><ul>{tells}</ul></td></tr>'
    )
