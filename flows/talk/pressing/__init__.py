"""Buttons and commands, pressed or typed."""
