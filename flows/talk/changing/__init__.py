"""What was told before is otherwise now: answers, and facts that wait for a yes."""
