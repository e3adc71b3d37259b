"""Wiring: how the houses are put together, and what runs beside the loops."""
