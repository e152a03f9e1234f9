"""The subcommands of `o2c`, a file for each group; `orchestrator.cli` joins them."""
