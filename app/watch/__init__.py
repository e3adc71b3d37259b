"""The bot's own watchman: looks whether it can hear and speak, and tells a person when not."""
