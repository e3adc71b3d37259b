"""What a stranger's program needs to run, put into a throw-away folder by its package manager."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tarfile
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path

from proof.foreign.filling import filled
from proof.foreign.programs import OWN, Program

SOURCE = ("--no-deps", "--no-binary", ":all:")
PATIENCE = 600


class MissingError(Exception):
    """This kit cannot be had here; the message says why, in one line."""


@dataclass
class Kit(ABC):
    """A library with all it needs in `folder`. `version` is known once it is there."""

    library: str
    folder: Path
    version: str = ""

    @abstractmethod
    def install(self) -> None:
        """Raises MissingError without network, or without the program that installs."""

    @abstractmethod
    def command(self, program: Program, place: Path, address: str, token: str) -> list[str]:
        """How the program is started in its own folder `place`."""


class PythonKit(Kit):
    """The newest release from the usual registry, and the examples in its source package."""

    def install(self) -> None:
        subprocess.run([sys.executable, "-m", "venv", self.folder / "env"], check=True)
        pip = [str(self.folder / "env" / "bin" / "pip"), "--disable-pip-version-check"]
        _run(self.library, [*pip, "install", "-q", self.library])
        sources = self.folder / "sources"
        _run(
            self.library,
            [*pip, "download", "-q", *SOURCE, "-d", str(sources), self.library],
        )
        [archive] = sources.glob("*.tar.gz")
        with tarfile.open(archive) as opened:
            opened.extractall(sources, filter="data")
        self.version = archive.name.removesuffix(".tar.gz").rpartition("-")[2]

    def command(self, program: Program, place: Path, address: str, token: str) -> list[str]:
        [example] = (self.folder / "sources").glob(f"*/examples/{program.file}")
        script = place / program.file
        source = filled(self.library, example.read_text("utf-8"), address, token)
        script.write_text(source, "utf-8")
        return [str(self.folder / "env" / "bin" / "python"), str(script)]


class NodeKit(Kit):
    """The newest release from the usual registry; npm packages bring no examples, ours runs."""

    def install(self) -> None:
        for tool in ("node", "npm"):
            if shutil.which(tool) is None:
                raise MissingError(f"{tool} is not installed")
        self.folder.mkdir(parents=True, exist_ok=True)
        asked = ["npm", "install", "--prefix", str(self.folder), "--no-audit", "--no-fund"]
        _run(self.library, [*asked, "--silent", self.library])
        package = self.folder / "node_modules" / self.library / "package.json"
        self.version = str(json.loads(package.read_text("utf-8"))["version"])

    def command(self, program: Program, place: Path, address: str, token: str) -> list[str]:
        # Beside its node_modules: that is where node looks for what a program imports.
        script = self.folder / program.file
        shutil.copy(OWN / program.file, script)
        return ["node", str(script)]


KITS: dict[str, type[Kit]] = {
    "python-telegram-bot": PythonKit,
    "aiogram": PythonKit,
    "pyTelegramBotAPI": PythonKit,
    "grammy": NodeKit,
    "telegraf": NodeKit,
}


def _run(library: str, command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        raise MissingError(f"{library} was not to be had within {PATIENCE} s") from None
    except subprocess.CalledProcessError as failed:
        last = (failed.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise MissingError(f"{library} was not to be had (is there a network?): {last}") from None
