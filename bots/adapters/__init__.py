"""The world as a bot is given it: one file per library, behind the protocols of `workspace`."""
