"""Ordinary invented families, two years of each, with services as decent services are: what should be recorded is, with the
small lapses of real life. Nothing here is meant to worry anybody; what a signal says about them is a false alarm.

The family shapes, the staff and the lives on a plan are those of the demonstration; what children and homes go through without
anybody being at fault is told here, by what it is about: growing up, school, home, and the people who work with them.
"""

from bench.ordinary.deal import END, START, Household, households

__all__ = ["END", "START", "Household", "households"]
