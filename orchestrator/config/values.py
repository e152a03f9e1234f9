"""Kinds of values an admin writes, each with a message that says what was expected."""

from __future__ import annotations

import difflib
import re
from datetime import timedelta
from decimal import Decimal
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, PlainValidator, StringConstraints, ValidationInfo

_SIZES = {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30}
_SIZE = re.compile(r"^(\d+(?:\.\d+)?) ?(KiB|MiB|GiB)$")
_SPANS = {"s": "seconds", "min": "minutes", "h": "hours"}
_SPAN = re.compile(r"^(\d+) ?(s|min|h)$")
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def _size(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = _SIZE.match(value)
    if not found:
        raise ValueError("expected a size such as `25 MiB` or `1 GiB`")
    return int(Decimal(found[1]) * _SIZES[found[2]])


def _print_size(size: int) -> str:
    for unit in ("GiB", "MiB", "KiB"):
        if size % _SIZES[unit] == 0:
            return f"{size // _SIZES[unit]} {unit}"
    return str(size)


def _beside_the_file(value: Any, info: ValidationInfo) -> Path:
    if not isinstance(value, str | Path) or not str(value):
        raise ValueError("expected the path of a file or folder")
    folder: Path = (info.context or {}).get("folder", Path.cwd())
    return folder / Path(value).expanduser()


def _database(url: str, info: ValidationInfo) -> str:
    if re.match(r"^[a-z0-9+]+://[^/@]*:[^/@]*@", url):
        raise ValueError("a password is never written here; leave it out and set `database_password: {secret: NAME}`")
    if url.startswith("sqlite:///"):
        return f"sqlite:///{_beside_the_file(url.removeprefix('sqlite:///'), info)}"
    if url.startswith(("postgresql://", "postgresql+psycopg://")):
        return "postgresql+psycopg://" + url.partition("://")[2]
    raise ValueError("expected `sqlite:///var/o2c.sqlite3` or `postgresql://user@host/name`")


def _span(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = _SPAN.match(value)
    if not found:
        raise ValueError("expected a span of time such as `30 s`, `10 min` or `2 h`")
    return timedelta(**{_SPANS[found[2]]: int(found[1])})


def _print_span(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    for unit, length in (("h", 3600), ("min", 60)):
        if seconds % length == 0:
            return f"{seconds // length} {unit}"
    return f"{seconds} s"


def _time_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (OSError, ValueError, ZoneInfoNotFoundError):
        known = available_timezones()
        raise ValueError(f"there is no time zone `{name}`; {nearest(name, known, 'Europe/Paris')}") from None


def _calendar(code: str) -> str:
    import holidays

    country, _, region = code.partition("-")
    countries = holidays.list_supported_countries()
    if country not in countries:
        raise ValueError(f"no public holidays are known for `{code}`; write a country (FR) or a region of it (DE-BY)")
    if region and region not in countries[country]:
        raise ValueError(f"{country} has no region `{region}`; known: {', '.join(countries[country]) or 'none'}")
    return code


def _cron(text: str) -> str:
    from apscheduler.triggers.cron import CronTrigger

    fields = text.split()
    if len(fields) == 5 and re.search(r"\d", fields[4]):
        raise ValueError("write weekdays by name (`mon-fri`): numbers mean different days in different programs")
    try:
        CronTrigger.from_crontab(text, timezone="UTC")
    except ValueError as error:
        raise ValueError(
            f'not a schedule ({error}); expected minute, hour, day, month, weekday, such as "*/5 6-20 * * mon-fri"'
        ) from error
    return text


def _address(text: str) -> str:
    address = parseaddr(text)[1]
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", address):
        raise ValueError('expected an address such as "Brunel orders <orders@brunel.example>"')
    return text


def _web_address(url: str) -> str:
    if not re.match(r"^https?://[^/\s@]+(/|$)", url):
        raise ValueError("expected an address such as `https://orders.acme.example`, without user or password")
    return url


def _listen(address: str) -> str:
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise ValueError("expected an address and a port, such as `127.0.0.1:9464`")
    return address


def _signed_address(url: str) -> str:
    host = re.sub(r"^http://(\[[^]]*\]|[^/:]*).*$", r"\1", _web_address(url)).strip("[]")
    if url.startswith("http://") and host not in LOOPBACK:
        raise ValueError("a notice would travel readable by anyone; expected an address that begins with https://")
    return url


def nearest(name: str, known: Any, example: str = "") -> str:
    """`did you mean `x`?`, or what there is when nothing is near."""
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return f"did you mean `{near[0]}`?"
    return f"for example `{example}`" if example else f"known here: {', '.join(sorted(known)) or 'none'}"


Size = Annotated[int, BeforeValidator(_size), PlainSerializer(_print_size)]  #: bytes; written `25 MiB`
Span = Annotated[timedelta, BeforeValidator(_span), PlainSerializer(_print_span)]  #: written `10 min`
FilePath = Annotated[Path, PlainValidator(_beside_the_file)]  #: relative paths start at the configuration's folder
DatabaseUrl = Annotated[str, AfterValidator(_database)]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
HolidayCalendar = Annotated[str, AfterValidator(_calendar)]
Cron = Annotated[str, AfterValidator(_cron)]
MailAddress = Annotated[str, AfterValidator(_address)]
Listen = Annotated[str, AfterValidator(_listen)]
SignedAddress = Annotated[str, AfterValidator(_signed_address)]  #: https, or this machine
WebAddress = Annotated[str, AfterValidator(_web_address)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]  #: what portals, mailboxes and bots are called
SecretName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]*$")]
