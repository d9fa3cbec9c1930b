"""What the product runs: the rules turned into functions once, over a compact record of one family, for one child and for
everyone."""
