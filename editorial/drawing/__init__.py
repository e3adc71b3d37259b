"""Pictures of a phone's screen, drawn from what editors describe."""
