"""Guides: the way through their steps, and the ways to them."""
