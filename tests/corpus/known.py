"""What fails today and why, as seen on the paper; a test that begins to pass has to leave this list."""

#: Wrong and not doubted, or not doubted where a clerk would ask.
SILENT: dict[str, str] = {
    "ariba": "a number under 'Supplier part # / Description' is taken for the buyer's; `24 (EA)` loses its unit",
}

#: Doubted, though a clerk would key it without asking.
NEEDLESS: dict[str, str] = {
    "dynamics bc": "the vendor's block stands unlabelled beside the buyer's",
    "sap french two rows": "the values of 'N° de commande/Date' stand beneath it; 'Valeur nette' is no known amount",
    "many columns": "columns that bear on no figure (warehouse, cost centre, weight) are doubted as not understood",
    "currency as a column": "the currency in a column of its own parts the total from its label",
}
