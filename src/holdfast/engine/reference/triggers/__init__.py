"""What starts clocks and raises worries where more than one entry counts: the meaning of each trigger that looks at several."""
