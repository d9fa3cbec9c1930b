"""Find a child: by whatever a caller can say of them. What is typed goes into no address and no log."""
