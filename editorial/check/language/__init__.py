"""Plain language: the gate, what it measures with, and the score of a text."""
