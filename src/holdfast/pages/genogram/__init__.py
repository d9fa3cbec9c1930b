"""The family drawn: a genogram laid out by hand-made rules, and the same family in words.

Pure Python: nothing here reads a database, a request or a clock. :func:`holdfast.pages.genogram.from_world.family_of` turns a
:class:`holdfast.vocabulary.world.World` into a :class:`holdfast.pages.genogram.family.Family`;
:func:`holdfast.pages.genogram.draw.draw` turns that into SVG; :func:`holdfast.pages.genogram.words.in_words` into sentences.
"""
