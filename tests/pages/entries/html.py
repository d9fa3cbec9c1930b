"""A page as a browser reads it, without a browser: its controls, what it would send, what labels them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path", "circle"}
TYPED = {"text", "search", "hidden", "password", "email", "tel", "number", ""}


@dataclass
class Control:
    """One box, radio, list or area of text."""

    name: str
    kind: str
    id: str
    value: str
    on: bool
    fieldsets: tuple[int, ...]
    described: tuple[str, ...]
    options: list[tuple[str, bool]] = field(default_factory=list)


class Page(HTMLParser):
    """What is on a page, and what its main form would send."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.controls: list[Control] = []
        self.ids: list[str] = []
        self.labels: dict[str, str] = {}
        self.legends: dict[int, str] = {}
        self.links: list[str] = []
        self.text = ""
        self._fieldsets: list[int] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self._area: Control | None = None
        self._select: Control | None = None
        self._made = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if said.get("id"):
            self.ids.append(said["id"])
        if tag == "fieldset":
            self._made += 1
            self._fieldsets.append(self._made)
            self.legends[self._made] = ""
        if tag in ("input", "textarea", "select"):
            self._control(tag, said)
        if tag == "option" and self._select is not None:
            self._select.options.append((said.get("value", ""), "selected" in said))
        if tag == "a":
            self.links.append(said.get("href", ""))
        if tag not in VOID:
            self._open.append((tag, said))

    def _control(self, tag: str, said: dict[str, str]) -> None:
        kind = said.get("type", "text") if tag == "input" else tag
        made = Control(
            name=said.get("name", ""),
            kind=kind,
            id=said.get("id", ""),
            value=said.get("value", "on" if kind in ("checkbox", "radio") else ""),
            on="checked" in said,
            fieldsets=tuple(self._fieldsets),
            described=tuple(said.get("aria-describedby", "").split()),
        )
        self.controls.append(made)
        if tag == "textarea":
            self._area, made.value = made, ""
        if tag == "select":
            self._select = made

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area is not None:
            self._area.value = self._area.value.removeprefix("\n")  # as HTML says: the first line end does not count
            self._area = None
        if tag == "select":
            self._select = None
        if tag == "fieldset":
            self._fieldsets.pop()
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._area.value += data
            return
        self.text += data
        for tag, said in self._open:
            if tag == "label":
                self.labels[said.get("for", "")] = self.labels.get(said.get("for", ""), "") + data
            if tag == "legend" and self._fieldsets:
                self.legends[self._fieldsets[-1]] += data

    def would_send(self) -> dict[str, list[str]]:
        """What pressing a button of the form sends, but for the button."""
        sent: dict[str, list[str]] = {}
        for control in self.controls:
            if not control.name or control.name == "csrfmiddlewaretoken" or control.kind in ("submit", "button"):
                continue
            if control.kind in ("checkbox", "radio"):
                values = [control.value] if control.on else []
            elif control.kind == "select":
                chosen = [value for value, on in control.options if on]
                values = chosen[-1:] or [value for value, _ in control.options[:1]]
            elif control.kind in ("textarea", "hidden"):
                values = [control.value.replace("\r\n", "\n").replace("\n", "\r\n")]
            else:
                values = [control.value.replace("\n", "").replace("\r", "")]
            for value in values:
                sent.setdefault(control.name, []).append(value)
        return sent


def faults(page: Page) -> list[str]:
    """What would keep somebody with a screen reader from filling in the page."""
    found = [f"the id {id} is there twice" for id in {id for id in page.ids if page.ids.count(id) > 1}]
    for control in page.controls:
        if control.kind == "hidden":
            continue
        if not control.id:
            found.append(f"{control.name} has no id")
        elif not page.labels.get(control.id, "").strip():
            found.append(f"{control.name} ({control.id}) has no label")
        if control.kind in ("radio", "checkbox") and not any(page.legends[each].strip() for each in control.fieldsets):
            found.append(f"{control.name} stands in no group with a legend")
        found += [f"{control.id} is described by {id}, which is not there" for id in control.described if id not in page.ids]
    found += [f"a label is for {id}, which is not there" for id in page.labels if id not in page.ids]
    found += [f"a group has no legend ({number})" for number, legend in page.legends.items() if not legend.strip()]
    found += [
        f"a link leads to #{link[1:]}, which is not there" for link in page.links if link[:1] == "#" and link[1:] not in page.ids
    ]
    return found
