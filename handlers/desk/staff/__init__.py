"""What the staff press, write and ask for in their group."""
