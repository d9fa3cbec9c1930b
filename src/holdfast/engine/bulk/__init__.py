"""Every clock and every signal for everybody at once: the same rules, compiled to set-based queries over Parquet.

``layout`` says what a snapshot looks like, ``writing`` writes one, ``machine`` runs queries on DuckDB or Spark,
``compile`` turns a standard into one query tree, ``pairs`` runs what no query can say on the reference engine itself,
in batches of families, and ``everything`` puts them together.
"""
