"""What code relies on: names it looks up, values it fills in."""
