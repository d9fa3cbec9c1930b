"""What the rules mean.

``reference`` evaluates one child's entries in plain Python and is the meaning of record; ``compiled`` is held to it and is what
everything runs, for one child and, by way of ``bulk``, for everybody at once; ``responsibility`` says who is told. What all of
them share stands beside them. Nothing here reads a clock or a database: time is an argument.
"""
