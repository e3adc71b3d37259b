"""A text as the answer to a question: which option, what is vague, taken back, said back."""
