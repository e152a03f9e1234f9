"""Our records of customers: what matching may rely on, and who said so."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter
from sqlalchemy import select, update

from bots.domain.customers import Customer
from bots.domain.plain import canonical
from orchestrator.store.audit import Audit
from orchestrator.store.chain import Event
from orchestrator.store.columns import now
from orchestrator.store.database import Database, insert_once
from orchestrator.store.tables import customers


class Customers:
    """All customers. Every change is recorded in the audit trail with what stood before."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def all(self) -> tuple[Customer, ...]:
        """Every customer, by number."""
        with self._database.read() as connection:
            records = connection.scalars(select(customers.c.record).order_by(customers.c.number))
            return tuple(_adapter().validate_python(record) for record in records)

    def put(self, customer: Customer, who: str) -> None:
        """Keep this record as the customer's, new or changed. The same again changes nothing."""
        record = canonical(customer)
        this = customers.c.number == customer.number
        with self._database.write() as connection:
            values = {"record": record, "who": who, "updated_at": now()}
            before = None
            if not insert_once(connection, customers, number=customer.number, **values):
                before = connection.scalar(select(customers.c.record).where(this).with_for_update())
                if before == record:
                    return
                connection.execute(update(customers).where(this).values(**values))
            told = {"before": before, "after": record}
            self._audit.write(connection, Event(who, "customer.put", customer.number, told))


@cache
def _adapter() -> TypeAdapter[Customer]:
    return TypeAdapter(Customer)
