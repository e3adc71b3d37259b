"""The program cannot go on; one clear sentence for the person who started it."""

TOKEN_REFUSED = "Telegram menolak token bot ini. Periksa TELEGRAM_TOKEN."
SECOND_POLLER = (
    "Program lain sedang mengambil pesan dengan token bot yang sama. "
    "Hentikan dulu program itu, atau pakai token lain."
)
WEBHOOK_ACTIVE = (
    "Pesan untuk token bot ini dikirim ke webhook. Jalankan dengan TELEGRAM_MODE=webhook, "
    "atau hapus webhook itu dulu (deleteWebhook)."
)
PROXY_UNKNOWN = (
    "Proxy jenis {kind} tidak dikenal. Isi HTTPS_PROXY dengan alamat http://host:port, "
    "atau kosongkan."
)


class StopError(Exception):
    """Ends the program. Its text is the sentence."""
