"""Carriers: Telegram -> inbox -> one transaction -> outbox -> Telegram. They decide nothing."""
