"""A publisher's server on the loopback, which also fails in the ways that servers fail."""

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

SECONDS = 60
"""An answer that is held back is sent after this, should a test forget it."""


@dataclass
class Answer:
    """What the server sends at a path.

    Attributes
    ----------
    body, status, kind, location
        The answer, its status, ``Content-Type`` and ``Location``.
    tag, modified
        ``ETag`` and ``Last-Modified``; empty: not sent.
    ranges
        Parts are sent when they are asked for.
    sized
        ``Content-Length`` is sent.
    breaks
        Positions in the file at which the connection breaks off, one for each answer.
    silent
        The server takes the request and says nothing, until it is closed.
    pause
        Position in the file at which the server waits until it is closed.
    """

    body: bytes = b""
    status: int = 200
    kind: str = "application/octet-stream"
    location: str = ""
    tag: str = '"1"'
    modified: str = ""
    ranges: bool = True
    sized: bool = True
    breaks: list[int] = field(default_factory=list)
    silent: bool = False
    pause: int | None = None


@dataclass(frozen=True)
class Asked:
    """A request: the path, and which part of which version was asked for."""

    path: str
    part: str = ""
    version: str = ""


class Publisher:
    """Serves answers by path at a port of 127.0.0.1 that is free; notes what was asked for."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[Asked] = []
        self.agents: set[str] = set()
        self.closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def __enter__(self) -> "Publisher":
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(SECONDS)

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://127.0.0.1:{self._server.server_port}/{path}"

    def paths(self) -> list[str]:
        """List the paths that were asked for, in order."""
        return [asked.path for asked in self.asked]


def _handler(publisher: Publisher) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(self.path.partition("?")[0]).lstrip("/")
            part, version = self.headers.get("Range", ""), self.headers.get("If-Range", "")
            publisher.asked.append(Asked(path, part, version))
            publisher.agents.add(self.headers.get("User-Agent", ""))
            self.close_connection = True
            answer = publisher.answers.get(path, Answer(status=404))
            if answer.silent:
                publisher.closing.wait(SECONDS)
                return
            wants_rest = part and answer.ranges and version in (answer.tag, answer.modified)
            start = int(part.removeprefix("bytes=").rstrip("-")) if wants_rest else 0
            self._head(answer, start)
            # The client may have hung up: that is for the test to judge.
            with suppress(ConnectionError):
                self._body(answer, start)

        def _head(self, answer: Answer, start: int) -> None:
            self.send_response(206 if start else answer.status)
            self.send_header("Content-Type", answer.kind)
            if answer.sized:
                self.send_header("Content-Length", str(len(answer.body) - start))
            if start:
                whole = len(answer.body)
                self.send_header("Content-Range", f"bytes {start}-{whole - 1}/{whole}")
            for name, value in (
                ("ETag", answer.tag),
                ("Last-Modified", answer.modified),
                ("Location", answer.location),
                ("Connection", "close"),
            ):
                if value:
                    self.send_header(name, value)
            self.end_headers()

        def _body(self, answer: Answer, start: int) -> None:
            if answer.pause is not None:
                self.wfile.write(answer.body[start : answer.pause])
                self.wfile.flush()
                publisher.closing.wait(SECONDS)
                return
            end = answer.breaks.pop(0) if answer.breaks else len(answer.body)
            self.wfile.write(answer.body[start:end])

        def log_message(self, *_: object) -> None:
            """Keep silent."""

    return Handler
