"""Amounts of money: bounds, several of them, and what people call them."""
