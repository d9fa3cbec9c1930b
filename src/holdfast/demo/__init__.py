"""The demonstration: Northmere, an invented partnership with invented families, as it stands on the day it is made.

Everything comes from one constant and the day: the same day gives the same partnership. It is made once
(:func:`holdfast.demo.loader.load_northmere`); loading again leaves the record as it is and only carries the duty rota on. The
published review's case is there too, at its own dates and under its own pseudonyms, its alerts put away as history
(``demo/reviewed.py``).
"""
