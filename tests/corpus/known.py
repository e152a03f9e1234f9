"""What fails today and why, as seen on the paper; a test that begins to pass has to leave this list."""

#: Wrong and not doubted, or not doubted where a clerk would ask.
WRONG: dict[str, str] = {}

#: Doubted, though a clerk would key it without asking.
NEEDLESS: dict[str, str] = {
    "dynamics german": "a stacked heading 'Ihre / Artikelnr.' is taken for a column of its own",
}
