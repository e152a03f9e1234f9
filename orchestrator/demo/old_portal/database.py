"""The portal's own database: one SQLite file, apart from everything the product keeps.

Amounts and prices are decimal text, days are ISO 8601 text.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

FILE = "mercure.sqlite3"

SCHEMA = """
CREATE TABLE IF NOT EXISTS users (
    name TEXT PRIMARY KEY, salt BLOB NOT NULL, password BLOB NOT NULL, failures INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS customers (
    number TEXT PRIMARY KEY, name TEXT NOT NULL, street TEXT NOT NULL, town TEXT NOT NULL, country TEXT NOT NULL,
    credit_limit TEXT, blocked INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS articles (
    number TEXT PRIMARY KEY, description TEXT NOT NULL, unit TEXT NOT NULL, price TEXT NOT NULL, per TEXT NOT NULL,
    gtin TEXT, stock TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS orders (
    number INTEGER PRIMARY KEY AUTOINCREMENT, entered TEXT NOT NULL, entered_by TEXT NOT NULL,
    customer TEXT NOT NULL REFERENCES customers (number), po_number TEXT NOT NULL, ext_ref TEXT NOT NULL,
    requested TEXT, remarks TEXT NOT NULL, total TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS order_lines (
    order_number INTEGER NOT NULL REFERENCES orders (number), position INTEGER NOT NULL, article TEXT NOT NULL,
    description TEXT NOT NULL, quantity TEXT NOT NULL, unit TEXT NOT NULL, price TEXT NOT NULL, per TEXT NOT NULL,
    amount TEXT NOT NULL, PRIMARY KEY (order_number, position));
CREATE TABLE IF NOT EXISTS invoices (
    number TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers (number), issued TEXT NOT NULL,
    due TEXT NOT NULL, amount TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS receipts (
    number INTEGER PRIMARY KEY AUTOINCREMENT, customer TEXT NOT NULL REFERENCES customers (number),
    booked TEXT NOT NULL, reference TEXT NOT NULL, amount TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS allocations (
    receipt INTEGER NOT NULL REFERENCES receipts (number), invoice TEXT NOT NULL REFERENCES invoices (number),
    amount TEXT NOT NULL, PRIMARY KEY (receipt, invoice));
CREATE TABLE IF NOT EXISTS clashes (user TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS invoices_of_customer ON invoices (customer);
CREATE INDEX IF NOT EXISTS receipts_of_customer ON receipts (customer);
CREATE INDEX IF NOT EXISTS allocations_of_invoice ON allocations (invoice);
"""


def connect(path: Path) -> sqlite3.Connection:
    """One connection for one page view; rows answer to their column names."""
    connection = sqlite3.connect(path, timeout=10)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def note_clash(path: Path, user: str) -> None:
    """Keep that a session was used after another log-in of its user had ended it."""
    with contextlib.closing(connect(path)) as connection, connection:
        connection.execute("INSERT INTO clashes VALUES (?, datetime('now'))", (user,))


def create(path: Path) -> None:
    """Make the tables where they are missing. Write-ahead logging lets tests read while the portal writes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(SCHEMA)
    connection.close()
