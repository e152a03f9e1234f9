"""Memory: work items, intents, the audit trail, evidence, customers. The only place with SQL."""

from orchestrator.store.store import Store, open_store

__all__ = ["Store", "open_store"]
