"""Reasons that standards give by number: X12 element 426 and EDIFACT element 4465, each in our own few words."""

from __future__ import annotations

from bots.domain.advices import Reason

#: X12 adjustment reason codes (element 426) that payers of goods use.
X12: dict[str, tuple[str, Reason]] = {
    "01": ("pricing error", Reason.PRICE), "03": ("extension error", Reason.PRICE),
    "04": ("not accepted, damaged", Reason.QUANTITY), "05": ("not accepted, quality", Reason.QUANTITY),
    "06": ("quantity contested", Reason.QUANTITY), "07": ("incorrect product", Reason.QUANTITY),
    "11": ("returned, damaged", Reason.QUANTITY), "12": ("returned, quality", Reason.QUANTITY),
    "14": ("returned, promotion", Reason.PROMOTION), "19": ("duplicate billing", Reason.DUPLICATE),
    "24": ("incorrect discount", Reason.DISCOUNT), "25": ("item not accepted", Reason.QUANTITY),
    "30": ("delivery charge incorrect", Reason.FREIGHT), "43": ("missing discount", Reason.DISCOUNT),
    "46": ("transportation charge incorrect", Reason.FREIGHT), "54": ("freight deducted", Reason.FREIGHT),
    "55": ("tax deducted", Reason.TAX_WITHHELD), "56": ("advertising allowance taken", Reason.PROMOTION),
    "57": ("volume discount taken", Reason.REBATE), "59": ("item not received", Reason.QUANTITY),
    "71": ("advertising allowance", Reason.PROMOTION), "72": ("authorised return", Reason.QUANTITY),
}  # fmt: skip
#: UN/EDIFACT adjustment reason description codes (element 4465).
EDIFACT: dict[str, tuple[str, Reason]] = {
    "2": ("goods below specification", Reason.QUANTITY), "3": ("damaged goods", Reason.QUANTITY),
    "4": ("short delivery", Reason.QUANTITY), "5": ("price query", Reason.PRICE),
    "11": ("bank charges", Reason.BANK_FEE), "14": ("wrong delivery", Reason.QUANTITY),
    "16": ("goods partly returned", Reason.QUANTITY), "17": ("transport damage", Reason.QUANTITY),
    "19": ("trade discount", Reason.REBATE), "21": ("advertising costs", Reason.PROMOTION),
    "26": ("taxes", Reason.TAX_WITHHELD), "32": ("goods not delivered", Reason.QUANTITY),
    "35": ("goods returned", Reason.QUANTITY), "38": ("deducted bonus", Reason.REBATE),
    "39": ("deducted discount", Reason.DISCOUNT), "40": ("deducted freight costs", Reason.FREIGHT),
    "46": ("discount beyond terms", Reason.DISCOUNT), "53": ("duplicate invoice", Reason.DUPLICATE),
    "56": ("incorrect discount", Reason.DISCOUNT), "57": ("price change", Reason.PRICE),
}  # fmt: skip


def told_by(table: dict[str, tuple[str, Reason]], code: str) -> tuple[str, Reason]:
    """A code with its meaning (`59 item not received`) and the reason; the code alone where it is not ours to know."""
    meaning = table.get(code)
    return (f"{code} {meaning[0]}", meaning[1]) if meaning else (code, Reason.UNKNOWN)
