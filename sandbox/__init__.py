"""A Telegram on your own computer.

A stateful Bot API server on loopback that any Bot API client can talk to, a control side
(`/sim/...`, described in `sandbox/control/__init__.py`) with which tests and benches play the
people, and a page that looks like a phone. Imports nothing of ours and no Telegram library: it
only speaks the Bot API, so what passes here has gone through the real protocol.
"""
