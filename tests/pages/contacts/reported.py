"""Reporting a concern by its pages, as a browser sends them."""

import html
import re
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from holdfast.record.read import entry_by_id

SAFE = {"danger": "no", "tonight": "At home with Mum", "not_to_know": "Mum’s partner"}
HAPPENED = {"words": "I dont want to go home", "saw": "She cried at the gate.", "parents": "not_safe", "household": "Mum, Lucas"}


def step(concern: UUID | str, name: str) -> str:
    """The address of one page of it."""
    return f"/report-a-concern/new/{concern}/{name}/"


def tell(
    client: Client, *children: str, concern: UUID | None = None, child: Any = None, safety: Any = None, **happened: Any
) -> str:
    """Fill in every page up to the check page. The concern's id."""
    concern = concern or uuid4()
    answer = client.post(step(concern, "children"), {"children": list(children), **(child or {})})
    assert answer.status_code == 302, answer.content.decode()
    answer = client.post(step(concern, "safety"), {**SAFE, **(safety or {})})
    assert answer.status_code == 302, answer.content.decode()
    answer = client.post(step(concern, "what-happened"), {**HAPPENED, **happened})
    assert answer.status_code == 302, answer.content.decode()
    return str(concern)


def send(client: Client, *children: str, **parts: Any) -> tuple[str, HttpResponse]:
    """Fill it in and send it. The concern's id, and the receipt."""
    concern = tell(client, *children, **parts)
    answer = client.post(step(concern, "check"))
    assert answer.status_code == 302, answer.content.decode()
    return concern, client.get(answer.headers["Location"])


def text_of(answer: HttpResponse) -> str:
    """What somebody reads on the page."""
    main = answer.content.decode().split('id="main-content"', 1)[1].split("</main>", 1)[0]
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())
    return re.sub(r" ([:.,;])", r"\1", words)


def by_child(concern: UUID | str, typed: dict[str, str]) -> dict[str, str]:
    """A decision's fields, ``decision_0`` being that of the first child of the concern: the form knows each by who they are."""
    about = entry_by_id(str(concern)).about
    return {re.sub(r"_(\d)$", lambda place: f"_{about[int(place[1])]}", name): said for name, said in typed.items()}
