"""What people do, as commands: one file each. Pages call them today; whatever else speaks for a person calls the same."""
