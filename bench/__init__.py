"""What things cost, as ratios measured side by side in one run: ``make bench``.

A ratio says more than a time: both sides run on the same machine, in the same minute, on the same record.
"""
