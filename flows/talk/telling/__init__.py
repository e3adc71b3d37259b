"""What is told besides the question at hand: facts, what was asked for later, what comes next."""
