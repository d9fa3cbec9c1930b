"""The words of a question that are no part of most names: "where is", "a boy called"."""

_SMALL = """
    where who whose whom what which when why how is are was were be been do does did has have had can could should would
    a an the this that these those there here my your his her their our its i we you he she it they them him us me
    of to for from in at on by with without about near and or but not no any some
    called named name names known man woman boy girl child children kid kids baby person people family live lives living lived
    stay stays staying home please find search look looking show tell give want need ring number phone telephone tel mobile
    address postcode school nhs dob ref reference concern ago yesterday today tomorrow day days week weeks month months year years
    old mr mrs ms miss dr mum mummy mam dad daddy mother father parent parents carer gran granny grandma grandad grandpa brother
    sister
"""
SMALL_WORDS = frozenset(_SMALL.split())
"""Words of a question, and no part of most names. Somebody may be called by one of them all the same, so that they are left out
only where nobody is found with them."""
