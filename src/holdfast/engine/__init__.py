"""What the rules mean.

``reference`` evaluates one child's entries in plain Python and is the meaning of record; ``bulk`` asks the same of everybody at
once; ``responsibility`` says who is told. What all of them share stands beside them. Nothing here reads a clock, a file or a
database: time is an argument.
"""
