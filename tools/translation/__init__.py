"""Bring the catalogues of the translation up to date, and say what is wrong with them."""
