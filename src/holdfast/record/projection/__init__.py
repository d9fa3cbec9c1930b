"""What is stored for speed, made from the entries in one way whoever asks: for one entry, an import, a sweep or a rebuild.

``touched``: whom a write concerns. ``family``: the rows of one family, read for the compiled rules. ``derived``: what they add
up to for one person. ``store``: what is stored, and making it say that. ``refresh``: all of these, one family at a time."""
