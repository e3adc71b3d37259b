"""A question in free words: answered, offered, declined, or led to the step it is about."""
