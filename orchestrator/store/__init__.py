"""Everything this software remembers: work items, intents, the audit trail, evidence, customers. SQL lives here."""
