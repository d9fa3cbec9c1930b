"""Questions made from the fields of an entry type: how each is asked, read, filled in and told back.

A question knows four things: how to draw itself as a GOV.UK form group, how to read what came back (or say what is wrong at
the very box), how to fill itself in from a value in the case file's form, and how to tell a value in words.
"""
