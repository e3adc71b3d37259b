"""The words people say: groups, ways of answering, spellings, ways of asking."""
