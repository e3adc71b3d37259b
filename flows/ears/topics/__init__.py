"""What a question is about: topics, screens of JMO, and what nothing answers."""
