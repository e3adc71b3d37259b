"""The bot's own watch: what keeps it from hearing or speaking, and what people are told of it."""
