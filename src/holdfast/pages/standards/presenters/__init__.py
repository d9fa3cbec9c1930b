"""A standard and a signal, made ready for a page: the words for codes, the limit as a sentence, the page itself."""
