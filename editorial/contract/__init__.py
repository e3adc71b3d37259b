"""What code reads of the content, in visible tables: `bot.py check` compares both ways."""
