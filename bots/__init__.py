"""The bots: what they know (domain), what they touch (adapters) and what each of them decides."""
