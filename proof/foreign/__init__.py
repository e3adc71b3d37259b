"""Bots of strangers, unmodified, against the sandbox: only its address and a token are set.

Whether the sandbox is a Telegram at all is best judged by programs written for the real one.
"""
