"""What the sub-commands of bot.py do for editors, officers and developers."""
