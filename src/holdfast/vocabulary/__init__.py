"""What can happen: one class per kind of entry, one file per area of practice, and the case file that carries them.

Pure Python. :mod:`holdfast.vocabulary.type_registry` knows every type; :mod:`holdfast.vocabulary.case_file` reads and writes
whole cases.
"""
