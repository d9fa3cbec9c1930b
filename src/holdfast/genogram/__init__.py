"""The family drawn: a genogram laid out by hand-made rules, and the same family in words.

Pure Python that knows no record: a :class:`holdfast.genogram.model.GenogramFamily`, already in words, comes in;
:func:`holdfast.genogram.svg.draw` makes SVG of it and :func:`holdfast.genogram.text_alternative.in_words` sentences.
"""
