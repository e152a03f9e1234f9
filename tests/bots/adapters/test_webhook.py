"""A webhook over a real HTTP server: signed, bounded, and never sent anywhere else."""

from __future__ import annotations

import hashlib
import hmac
import http.server
import json
import re
import socket
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.adapters.notices import WebhookChannel
from bots.adapters.secrets import Secret
from bots.adapters.webhook import Webhook, signature
from bots.adapters.workspace import Telling
from bots.errors import ApplicationError

SECRET = "canary-of-the-webhook"
NOTICE = Telling(7, "raised", "red:order_entry", "It does not balance.", datetime(2026, 3, 2, 9, tzinfo=UTC))


@contextmanager
def receiver(status=204, location=None):
    """A server that keeps what it is sent: (path, headers, body)."""
    got = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            got.append((self.path, self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.end_headers()

        def do_GET(self):
            got.append((self.path, self.headers, b""))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", got
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def channel(url, timeout=5.0):
    return WebhookChannel(Webhook(url, Secret(SECRET), timeout, lambda: 1767225600.9), "Brunel")


def test_a_notice_arrives_signed_and_whole():
    with receiver() as (url, got):
        channel(f"{url}/alerts").tell(NOTICE)
    ((path, headers, body),) = got
    assert path == "/alerts"
    assert json.loads(body) == {
        "id": 7, "what": "raised", "cause": "red:order_entry", "text": "It does not balance.",
        "since": "2026-03-02T09:00:00+00:00", "company": "Brunel",
    }  # fmt: skip
    expected = hmac.new(SECRET.encode(), b"1767225600." + body, hashlib.sha256).hexdigest()
    assert headers["O2C-Signature"] == f"t=1767225600,v1={expected}"
    assert headers["O2C-Delivery"] == "7-raised"
    assert SECRET not in str(headers) + body.decode()


@pytest.fixture
def genuine():
    """How a receiver checks a notice, as docs/metrics-and-alerts.md shows it."""
    page = (Path(__file__).parents[3] / "docs" / "metrics-and-alerts.md").read_text(encoding="utf-8")
    names = {"hmac": hmac, "hashlib": hashlib}
    exec(re.search(r"```python\n(.*?)```", page, re.DOTALL)[1], names)
    return names["genuine"]


@pytest.mark.parametrize(
    ("change", "accepted"),
    [
        pytest.param({}, True, id="as it was sent"),
        pytest.param({"secret": "another"}, False, id="another secret"),
        pytest.param({"body": b"{}"}, False, id="another body"),
        pytest.param({"now": 1767225600 + 301}, False, id="repeated minutes later"),
    ],
)
def test_a_receiver_takes_only_what_was_sent_just_now(genuine, change, accepted):
    header = signature(SECRET, 1767225600, b'{"what": "raised"}')
    received = {"body": b'{"what": "raised"}', "secret": SECRET, "now": 1767225601}
    assert genuine(header, **received | change) is accepted


@pytest.mark.parametrize("status", [400, 404, 500, 503])
def test_a_refusal_is_to_be_tried_again(status):
    with receiver(status) as (url, _), pytest.raises(ApplicationError, match=f"answered {status}") as failure:
        channel(url).tell(NOTICE)
    assert url not in str(failure.value)


def test_a_redirect_is_not_followed():
    with receiver() as (elsewhere, got), receiver(302, location=elsewhere) as (url, _):
        with pytest.raises(ApplicationError, match="answered 302"):
            channel(url).tell(NOTICE)
        assert got == []


def test_a_server_that_never_answers_is_left():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(ApplicationError, match="did not answer"):
            channel(url, timeout=0.2).tell(NOTICE)


def test_nobody_listening_is_to_be_tried_again():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ApplicationError, match="did not answer"):
        channel(f"http://127.0.0.1:{port}").tell(NOTICE)
