"""Commands that prove figures: speed, durability, the desk under load, walks with a phone."""
