"""How standards and signals run.

``reference`` evaluates one child's entries in plain Python and is the meaning of record. Nothing here reads a clock, a
file or a database: time is an argument.
"""

# Importing the engine registers what every condition means.
from holdfast.engine import comparisons, conditions, further, histories, occasions, sequences

__all__ = ["comparisons", "conditions", "further", "histories", "occasions", "sequences"]
