"""The program cannot go on; one clear sentence for the person who started it."""

TOKEN_REFUSED = "Telegram refuses the bot token; check TELEGRAM_TOKEN."
SECOND_POLLER = (
    "Another program fetches updates with the same bot token; stop it first, or use another token."
)
WEBHOOK_ACTIVE = (
    "Updates of this bot token go to a webhook; run with TELEGRAM_MODE=webhook, "
    "or remove it (deleteWebhook) first."
)


class StopError(Exception):
    """Ends the program. Its text is the sentence."""
