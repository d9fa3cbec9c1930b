"""What people do, as commands: one file each, called by pages, the command line and whatever else speaks for a person."""
