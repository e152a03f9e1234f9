"""Start the portal: `python -m orchestrator.demo.old_portal --data DIR`.

Prints one JSON line when it answers: url, pid, users, password (of each), faults_token, database.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import secrets
import socket
import sys
import threading
from pathlib import Path

import uvicorn

from orchestrator.demo.old_portal.app import portal
from orchestrator.demo.old_portal.database import FILE, connect, create
from orchestrator.demo.old_portal.seed import seed
from orchestrator.demo.old_portal.sessions import set_password
from orchestrator.demo.old_portal.visit import Visit

PASSWORD_VARIABLE = "MERCURE_PASSWORD"  # noqa: S105 — the name of a variable, not a password


def main() -> None:
    """Prepare the database, bind, print where, and serve until stopped."""
    chosen = _arguments()
    database: Path = chosen.data / FILE
    password = os.environ.get(PASSWORD_VARIABLE) or secrets.token_urlsafe(9)
    token = os.environ.get("MERCURE_FAULTS_TOKEN") or secrets.token_urlsafe(16)
    _prepare(database, chosen.user, password)
    if chosen.ends_with_stdin:
        threading.Thread(target=_end_with_stdin, daemon=True).start()
    app = portal(database, token, chosen.slow, chosen.session_seconds, chosen.notice_every).application()
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", access_log=False, proxy_headers=False, server_header=False)
    )
    with socket.create_server(("127.0.0.1", chosen.port)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        known = {"users": chosen.user, "password": password, "faults_token": token, "database": str(database)}
        print(json.dumps({"url": url, "pid": os.getpid(), **known}), flush=True)
        server.run(sockets=[listening])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="old_portal", description="MERCURE Gestion Commerciale 4.2, for the demo")
    parser.add_argument("--data", type=Path, required=True, help="directory of its database")
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one")
    parser.add_argument("--slow", type=int, default=60, metavar="MS", help="least time a page takes (60)")
    parser.add_argument("--session-seconds", type=float, default=900, help="idle time that ends a session (900)")
    parser.add_argument("--notice-every", type=int, default=7, metavar="PAGES", help="from notice to notice (7)")
    parser.add_argument("--user", nargs="+", default=["BOT01"], help="who may log in (BOT01)")
    parser.add_argument("--ends-with-stdin", action="store_true", help="stop when standard input closes")
    return parser.parse_args()


def _prepare(database: Path, users: list[str], password: str) -> None:
    create(database)
    with contextlib.closing(connect(database)) as connection:
        seed(connection, Visit.today())
        for user in users:
            set_password(connection, user, password)


def _end_with_stdin() -> None:
    """Whoever started us holds the other end: when they are gone, however they went, so are we."""
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
