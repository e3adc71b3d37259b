"""A bot as a process of its own: started, measured, stopped or killed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from proof.bench.telegram import TOKEN

ROOT = Path(__file__).parent.parent.parent
OURS, ECHO, CONVERSATION = "ours", "ptb-echo", "ptb-conversation"
BOTS = (OURS, ECHO, CONVERSATION)
_STOCK = {ECHO: "echo", CONVERSATION: "conversation"}
PATIENCE = 20.0
_LOOK = 0.25  # seconds between looks at a bot that is waited for


@contextmanager
def tidy_on_sigterm() -> Iterator[None]:
    """Let SIGTERM end this program like Ctrl+C, so that no bot stays behind."""

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class DiedError(Exception):
    """The bot ended by itself or hangs; the text has the last lines it wrote."""


@dataclass(frozen=True, slots=True)
class Usage:
    """CPU seconds (user and system, all threads) and resident bytes so far."""

    cpu: float
    memory: int


class BotProcess:
    """One bot. `folder` holds its database or pickle and what it writes to the terminal."""

    def __init__(
        self,
        kind: str,
        url: str,
        folder: Path,
        *,
        core: int | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """`core` is the only one it may use; `settings` are further environment variables."""
        self.kind = kind
        self.folder = folder
        self._url = url
        self._core = core
        self._settings = dict(settings or {})
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def database(self) -> Path:
        """Where our bot remembers."""
        return self.folder / "bench.db"

    def start(self) -> None:
        """Start it; it may take a second until it asks for updates."""
        with (self.folder / "output.txt").open("ab") as output:
            self._process = subprocess.Popen(
                self._command(), cwd=ROOT, env=self._environment(), stdout=output, stderr=output
            )
        if self._core is not None:
            psutil.Process(self._process.pid).cpu_affinity([self._core])

    def _command(self) -> list[str]:
        if self.kind == OURS:
            return [sys.executable, "bot.py"]
        pickle = str(self.folder / "bench.pickle")
        stock = _STOCK[self.kind]
        return [sys.executable, "-m", "proof.bench.stock", stock, self._url, TOKEN, pickle]

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "TELEGRAM_API": self._url,
            "TELEGRAM_TOKEN": TOKEN,
            "DATABASE_URL": f"sqlite:///{self.database}",
            # Telegram's overall limit is not what is measured; the pace per chat stays.
            "SENDS_PER_SECOND": "1000000",
            **self._settings,
        }

    @property
    def process(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise RuntimeError(f"{self.kind} was not started")
        return self._process

    def usage(self) -> Usage:
        """What it has used so far. Raises DiedError when it is gone."""
        self.check()
        process = psutil.Process(self.process.pid)
        times = process.cpu_times()
        return Usage(times.user + times.system, process.memory_info().rss)

    def check(self) -> None:
        """Raises DiedError when it is gone."""
        if self.process.poll() is not None:
            raise DiedError(f"{self.kind} ended ({self.process.returncode}):\n{self.last_words()}")

    async def wait_for(self, event: asyncio.Event) -> None:
        """Wait for something the bot does. Raises DiedError when it ends or takes too long."""
        for _ in range(int(PATIENCE / _LOOK)):
            try:
                await asyncio.wait_for(event.wait(), _LOOK)
                return
            except TimeoutError:
                self.check()
        raise DiedError(f"{self.kind} does nothing:\n{self.last_words()}")

    def last_words(self, lines: int = 20) -> str:
        """The end of what it wrote to the terminal."""
        written = (self.folder / "output.txt").read_text(encoding="utf-8", errors="replace")
        return "\n".join(written.splitlines()[-lines:])

    def flush(self) -> None:
        """Make the stock conversation bot write its pickle now."""
        self.process.send_signal(signal.SIGUSR1)

    def kill(self) -> None:
        """As the power does it: no farewell."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """Ask it to stop (SIGTERM); returns the exit status. Raises DiedError when it does not.

        A stock bot is killed: it takes five seconds to say goodbye and has nothing to save.
        """
        if self.kind != OURS:
            self.kill()
            return 0
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise DiedError(f"{self.kind} did not stop within {PATIENCE:g} s") from None
