"""Memory: what must survive a restart. Knows neither guides nor Telegram."""
