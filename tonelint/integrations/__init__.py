"""Doors into other programs: editors. They hand letters to the checker and its reports back, and judge nothing."""
