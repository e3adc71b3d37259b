"""What people need first: a condolence, a warning, comfort, an end to trying."""
