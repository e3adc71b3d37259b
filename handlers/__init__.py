"""The Telegram edge: an update in, an event decided by `flows`, Bot API calls into the outbox.

Handlers never call Telegram themselves. Everything they want sent goes through the turn, which is
written in the same transaction as the answers.
"""
