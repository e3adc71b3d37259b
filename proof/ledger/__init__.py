"""The ledger under random weather: the real bot, the sandbox's world, people, faults and kills.

Time is virtual: nothing waits, and two minutes after the weather has cleared ledger, phones and
topics must agree.
"""
