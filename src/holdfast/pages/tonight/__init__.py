"""Tonight: what an emergency duty worker needs at two in the morning, made from the record and never typed specially."""
