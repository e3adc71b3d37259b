"""How something is said: moods, thanks, a wish for a person, what somebody cannot do."""
