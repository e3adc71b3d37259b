"""The outgoing guard: what an officer's message may not hold, seen before anything is sent."""
