"""What the participant presses and answers on the way to an officer."""
