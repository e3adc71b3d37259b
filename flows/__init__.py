"""Decisions. Pure functions and values: no Telegram, no database, no clock, no network."""
