"""The language a rule is said in: pure values that know no rule, and say nothing about how they are looked up.

What should happen is said in it in :mod:`holdfast.standards`, what should worry us in :mod:`holdfast.signals`; what it means is
in :mod:`holdfast.engine`.
"""
