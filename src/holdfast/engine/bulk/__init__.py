"""Everybody at once: the compiled rules over a snapshot of the record.

``snapshot_schema`` says what a snapshot looks like and ``snapshot_writer`` writes one; ``partitions`` lays it out by family
(asking ``partition_queries``) and ``family_reader`` reads that back; ``evaluate_part`` evaluates one part, ``pool`` and ``spark``
all of them, and ``everyone`` puts them together. What a rule means is said in :mod:`holdfast.engine.compiled` and nowhere here.
"""
