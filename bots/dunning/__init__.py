"""Dunning: remind customers of what is overdue, never those who have paid. Not built yet."""
