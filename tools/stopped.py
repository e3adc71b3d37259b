"""What ends a command of bot.py early."""


class StoppedError(Exception):
    """The command cannot go on; the text is the sentence for whoever typed it."""
