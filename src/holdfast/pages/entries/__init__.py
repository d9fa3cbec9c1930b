"""Recording something: a form for every entry type, made from its one definition, and the page of each entry."""
