"""When bots run, and what is remembered of it."""
