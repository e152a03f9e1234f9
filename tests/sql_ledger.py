"""A real SQL-Ledger for tests and measurements: its own company, its own web server, a database to look into.

`running()` gives each process that asks a company of its own, so that nobody's log-in ends anybody else's session.
What is installed and set up is the setup script's work; it is found beside the repository or by O2C_SQL_LEDGER.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO

import psycopg
import psycopg.sql

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = Path(os.environ.get("O2C_SQL_LEDGER") or ROOT.parent / "shared" / "portals" / "sql-ledger" / "setup.sh")
MAP = ROOT / "selectors" / "sql_ledger.yaml"
LOCKS = Path(tempfile.gettempdir()) / "o2c-sql-ledger"
COMPANIES = 8  #: so many may be in use on one machine at once
DATABASE = {
    "host": "127.0.0.1",
    "port": "5432",
    "user": "sql-ledger",
    "password": "slsecret",
}  #: as the script sets it up
#: All companies share one file of users. A log-in that is killed while it writes there leaves its lock, for ever.
LOCK_LEFT_BEHIND = Path("/var/lib/sql-ledger/users/members.LCK")
SETTING_UP = 600  #: seconds; on a bare machine the packages are installed first

_ORDERS = """
    SELECT o.ordnumber, o.ponumber, c.customernumber, o.curr, o.reqdate, o.netamount::text,
           array_agg(p.partnumber || '|' || i.qty || '|' || i.sellprice ORDER BY i.id)
    FROM oe o JOIN customer c ON c.id = o.customer_id JOIN orderitems i ON i.trans_id = o.id
    JOIN parts p ON p.id = i.parts_id GROUP BY o.id, 1, 2, 3, 4, 5, 6 ORDER BY o.id
"""
_UNBOOKED = """
    WITH touched AS (SELECT DISTINCT trans_id FROM acc_trans WHERE source = %(source)s),
         entries AS (SELECT e.amount, e.chart_id, a.invnumber
                     FROM acc_trans e JOIN touched USING (trans_id) JOIN ar a ON a.id = trans_id)
    SELECT invnumber, amount::text FROM entries WHERE chart_id IS NULL
    UNION ALL
    SELECT invnumber, sum(amount)::text FROM entries GROUP BY invnumber HAVING abs(sum(amount)) > 0.001
"""


class NotSetUp(RuntimeError):
    """The setup script failed: no network for its packages, most likely."""


@dataclass(frozen=True)
class Stored:
    """An order as it stands in the ledger's database."""

    number: str
    po_number: str
    customer: str
    currency: str
    requested: date | None
    net: Decimal
    lines: tuple[tuple[str, Decimal, Decimal], ...]  #: part number, quantity, price


@dataclass(frozen=True)
class Password:
    """What the setup script gave the administrator of the company."""

    value: str = "adminpw"

    def reveal(self) -> str:
        return self.value


@dataclass(frozen=True)
class SqlLedger:
    """One running ledger."""

    company: str
    port: int
    folder: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/sql-ledger/"

    @property
    def user(self) -> str:
        return f"admin@{self.company}"

    def start(self) -> None:
        """The web server alone; everything else is set up."""
        _forget_a_lock_left_behind()
        subprocess.run(["apache2", "-f", str(self.folder / "apache.conf"), "-k", "start"], check=True, timeout=60)
        _until(lambda: self._answers() and self._pid() is not None, "the web server answers")

    def stop(self) -> None:
        """End the web server by its own pid file, whatever it is just answering."""
        pid = self._pid()
        subprocess.run(["bash", str(SCRIPT), "--stop"], env=self._environment(), check=True, timeout=60)
        _until(lambda: not (_lives(pid) or self._answers()), "the web server is down")
        _until(lambda: not self._at_work(), "what it was doing has ended")
        self._pid_file.unlink(missing_ok=True)

    def restart(self) -> None:
        self.stop()
        self.start()

    def log_in_elsewhere(self) -> None:
        """As somebody else under the same name would: it ends every session there is."""
        form = {"login": self.user, "password": Password().reveal(), "path": "bin/mozilla", "js": "1"}
        asked = urllib.parse.urlencode({**form, "action": "display", "main": "company_logo"})
        request = urllib.request.Request(f"{self.url}menu.pl?{asked}", headers={"User-Agent": "Mozilla/5.0"})
        with _web.open(request, timeout=30) as answer:
            assert b"FRAMESET" in answer.read(), "the other log-in was refused"

    @contextlib.contextmanager
    def database(self) -> Iterator[psycopg.Connection]:
        """Its database, as the ledger itself sees it."""
        with psycopg.connect(**DATABASE, dbname=self.company) as connection:
            yield connection

    @contextlib.contextmanager
    def administration(self) -> Iterator[psycopg.Connection]:
        """The server that holds its database, with nobody in the database."""
        with psycopg.connect(**DATABASE, dbname="template1", autocommit=True) as connection:
            yield connection

    @contextlib.contextmanager
    def closed_database(self) -> Iterator[None]:
        """Meanwhile nobody is let into its database."""
        name = psycopg.sql.Identifier(self.company)
        with self.administration() as connection:
            connection.execute(psycopg.sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(name))
        try:
            yield
        finally:
            with self.administration() as connection:
                connection.execute(psycopg.sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(name))

    @contextlib.contextmanager
    def discount(self, customer: str, share: str) -> Iterator[None]:
        """Meanwhile the customer is kept with a discount."""
        change = "UPDATE customer SET discount = %s WHERE customernumber = %s"
        with self.database() as connection:
            connection.execute(change, [share, customer])
        try:
            yield
        finally:
            with self.database() as connection:
                connection.execute(change, ["0", customer])

    @contextlib.contextmanager
    def namesake(self, name: str) -> Iterator[None]:
        """Meanwhile another customer has the same name."""
        other = "UPDATE customer SET name = %s WHERE customernumber = 'C-1004'"
        with self.database() as connection:
            connection.execute(other, [name])
        try:
            yield
        finally:
            with self.database() as connection:
                connection.execute(other, ["Northwind Traders"])

    def orders(self, po_number: str | None = None) -> list[Stored]:
        """What stands in the database, oldest first."""
        with self.database() as connection:
            rows = connection.execute(_ORDERS).fetchall()
        stored = [_stored(*row) for row in rows]
        return [order for order in stored if po_number in {None, order.po_number}]

    def unbooked(self, source: str) -> list[tuple[str, Decimal]]:
        """What is wrong in the books under a source: amounts on no account, and sums that are not 0."""
        with self.database() as connection:
            rows = connection.execute(_UNBOOKED, {"source": source}).fetchall()
        return [(number, Decimal(amount)) for number, amount in rows]

    def set_up(self) -> None:
        """Packages, company, customers, items and web server. Raises NotSetUp with the script's words if it fails."""
        done = subprocess.run(
            ["bash", str(SCRIPT)],
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=SETTING_UP,
            check=False,
        )
        if done.returncode:
            raise NotSetUp(f"{SCRIPT} failed:\n{done.stdout}\n{done.stderr}")

    @property
    def _pid_file(self) -> Path:
        return self.folder / "apache.pid"

    def _pid(self) -> int | None:
        text = self._pid_file.read_text() if self._pid_file.exists() else ""
        return int(text) if text.strip() else None

    def _environment(self) -> dict[str, str]:
        own = {"SL_PORT": str(self.port), "SL_DB": self.company, "SL_RUN": str(self.folder)}
        return {**os.environ, **own}

    def _at_work(self) -> bool:
        """Whether a program of the web server outlives it and is still in the database."""
        others = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND usename = %s"
        with self.administration() as connection:
            count: tuple[int] | None = connection.execute(others, [self.company, DATABASE["user"]]).fetchone()
        return count is not None and count[0] > 0

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


def absent() -> str | None:
    """Why there can be no ledger here; None if there can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "SQL-Ledger is set up by root on Debian, and this is neither or not root"
    if not SCRIPT.exists():
        return f"the setup script of SQL-Ledger is not here: {SCRIPT} (set O2C_SQL_LEDGER)"
    return None


@contextlib.contextmanager
def running() -> Iterator[SqlLedger]:
    """A ledger of our own until the end; its company stays, for the next to use."""
    LOCKS.mkdir(exist_ok=True)
    with _free_company() as company, tempfile.TemporaryDirectory(prefix="o2c-sql-ledger-") as folder:
        os.chmod(folder, 0o755)  # the web server's own user writes its log there
        ledger = SqlLedger(company, _free_port(), Path(folder))
        with _locked(LOCKS / "setup.lock"):
            ledger.set_up()
        try:
            yield ledger
        finally:
            ledger.stop()


@contextlib.contextmanager
def _free_company() -> Iterator[str]:
    for number in range(1, COMPANIES + 1):
        name = f"o2c_tests_{number}"
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(_locked(LOCKS / f"{name}.lock", wait=False))
            except BlockingIOError:
                continue
            yield name
            return
    raise RuntimeError(f"all {COMPANIES} companies of SQL-Ledger are in use on this machine; try again later")


@contextlib.contextmanager
def _locked(path: Path, wait: bool = True) -> Iterator[IO[str]]:
    import fcntl

    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield file


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _forget_a_lock_left_behind() -> None:
    """Another company's log-in may be writing just now, which takes milliseconds; a lock that stays has no owner."""
    for _ in range(50):
        if not LOCK_LEFT_BEHIND.exists():
            return
        time.sleep(0.1)
    LOCK_LEFT_BEHIND.unlink(missing_ok=True)


def _lives(pid: int | None) -> bool:
    try:
        os.kill(pid or 0, 0)
    except ProcessLookupError:
        return False
    return pid is not None


def _until(holds: Callable[[], bool], what: str) -> None:
    for _ in range(300):
        if holds():
            return
        time.sleep(0.1)
    raise RuntimeError(f"after 30 s it is still not so that {what}")


def _stored(number, po_number, customer, currency, requested, net, lines) -> Stored:
    def line(text: str) -> tuple[str, Decimal, Decimal]:
        part, quantity, price = text.rsplit("|", 2)
        return part, Decimal(quantity), Decimal(price)

    return Stored(number, po_number, customer, currency.strip(), requested, Decimal(net), tuple(map(line, lines)))


_web = urllib.request.build_opener(urllib.request.ProxyHandler({}))
