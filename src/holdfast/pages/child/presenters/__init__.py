"""The parts of the child's page, each in sentences made from the record."""
