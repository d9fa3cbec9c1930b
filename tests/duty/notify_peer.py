"""A stand-in for GOV.UK Notify on the loopback: the real one cannot be reached from here. It speaks the same requests and
checks what the real one checks: the signed token, the template, and the address."""

import base64
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

SERVICE = "11111111-2222-3333-4444-555555555555"
SECRET = "66666666-7777-8888-9999-000000000000"
KEY = f"holdfast_test-{SERVICE}-{SECRET}"
EMAIL, TEXT = "e" * 8, "t" * 8


@dataclass
class Peer:
    """What it was sent, and what it is told to answer: ``answers`` are statuses for the next sends, then 201."""

    url: str = ""
    sent: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    loses_the_answer: bool = False


@contextmanager
def peer() -> Iterator[Peer]:
    it = Peer()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Quiet."""

        def _answer(self, status: int, body: dict[str, Any]) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def _refuse(self, status: int, message: str) -> None:
            self._answer(status, {"status_code": status, "errors": [{"error": "Error", "message": message}]})

        def _signed(self) -> bool:
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            parts = token.split(".")
            if len(parts) != 3:
                return False
            return json.loads(base64.urlsafe_b64decode(parts[1] + "=="))["iss"] == SERVICE

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if not self._signed():
                return self._refuse(403, "Invalid token")
            if it.answers and (status := it.answers.pop(0)) != 201:
                return self._refuse(status, f"no, {body.get('email_address')}")
            kind = self.path.rsplit("/", 1)[1]
            to = body.get("email_address") or body.get("phone_number")
            if kind == "email" and not re.fullmatch(r"[^@ ]+@[^@ ]+", to or ""):
                return self._refuse(400, "email_address Not a valid email address")
            if body["template_id"] != {"email": EMAIL, "sms": TEXT}[kind]:
                return self._refuse(400, "Template not found")
            it.sent.append({"kind": kind, "to": to, **body})
            if it.loses_the_answer:
                it.loses_the_answer = False
                return self.connection.close()
            return self._answer(201, {"id": f"notify-{len(it.sent)}", "reference": body["reference"]})

        def do_GET(self) -> None:
            [wanted] = parse_qs(urlsplit(self.path).query)["reference"]
            it.asked.append(wanted)
            found = [{"id": f"notify-{n}"} for n, each in enumerate(it.sent, 1) if each["reference"] == wanted]
            self._answer(200, {"notifications": found, "links": {}})

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    it.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield it
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
