"""Every standard and signal as a table of examples: tests, and the rule's own documentation.

Each table is in a file named as the rule's area. A date is written with its weekday, and the weekday is checked.
"""
