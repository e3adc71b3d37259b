"""Of whom something is told, and who is whose."""
