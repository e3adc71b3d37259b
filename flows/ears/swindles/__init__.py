"""Offers, fees and secrets: whom to trust, and what was given away."""
