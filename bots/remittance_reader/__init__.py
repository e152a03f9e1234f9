"""Remittance reader: match money in the bank with the invoices it pays, and post the receipt. Not built yet."""
