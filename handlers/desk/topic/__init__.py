"""The topic of a case in the staff group, and the card in it."""
