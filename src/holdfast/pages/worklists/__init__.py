"""Today: what somebody must do, by what happens to a child if it waits."""
