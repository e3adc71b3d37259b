"""How Indonesians write: spelling, slang, numbers, dates and amounts, read as meant."""
