"""The programs, and what a person does with each: every line is one step that can be right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

OWN = Path(__file__).parent / "bots"


@dataclass(frozen=True)
class Say:
    text: str
    expects: str


@dataclass(frozen=True)
class Press:
    """A button of the newest message that has it; `expects` stands on the screen or in a toast."""

    label: str
    expects: str


@dataclass(frozen=True)
class Send:
    """A photo, document, location ..."""

    kind: str
    expects: str


@dataclass(frozen=True)
class Vote:
    """The first option of the newest poll."""

    expects: str


@dataclass(frozen=True)
class Ask:
    """An inline query; `expects` stands in what the bot offers."""

    query: str
    expects: str


Step = Say | Press | Send | Vote | Ask
POLL = "kind:poll"
"""Instead of a text: a message of this kind."""


@dataclass(frozen=True)
class Program:
    """`kit`: what runs it (a key of `kits.KITS`); `file`: an example inside the library's own
    source package, or a script of ours beside this file."""

    kit: str
    file: str
    steps: tuple[Step, ...]

    @property
    def name(self) -> str:
        return f"{self.kit}/{Path(self.file).stem}"


PROGRAMS = (
    Program(
        "python-telegram-bot",
        "echobot.py",
        (Say("/start", "Hi "), Say("selamat pagi", "selamat pagi"), Say("/help", "Help!")),
    ),
    Program(
        "python-telegram-bot",
        "inlinekeyboard.py",
        (
            Say("/start", "Please choose:"),
            Press("Option 2", "Selected option: 2"),
            Say("/help", "Use /start"),
        ),
    ),
    Program(
        "python-telegram-bot",
        "inlinekeyboard2.py",
        (
            Say("/start", "Start handler, Choose a route"),
            Press("1", "First CallbackQueryHandler"),
            Press("3", "Third CallbackQueryHandler"),
            Press("Nah, I've had enough ...", "See you next time!"),
        ),
    ),
    Program(
        "python-telegram-bot",
        "conversationbot.py",
        (
            Say("/start", "Are you a boy or a girl?"),
            Press("Boy", "Please send me a photo"),
            Send("photo", "Gorgeous!"),
            Send("location", "Maybe I can visit you"),
            Say("Saya suka kopi", "Thank you!"),
        ),
    ),
    Program(
        "python-telegram-bot",
        "pollbot.py",
        (
            Say("/start", "Please select /poll"),
            Say("/poll", POLL),
            Vote("feels Good!"),
            Say("/quiz", POLL),
            Say("/help", "Use /quiz"),
        ),
    ),
    Program(
        "python-telegram-bot",
        "deeplinking.py",
        (
            Say("/start", "Feel free to tell your friends"),
            Say("/start check-this-out", "Awesome, you just accessed hidden functionality!"),
        ),
    ),
    Program(
        "aiogram",
        "echo_bot.py",
        (
            Say("/start", "Hello, "),
            Say("selamat pagi", "selamat pagi"),
            Send("photo", "kind:photo"),
        ),
    ),
    Program(
        "aiogram",
        "finite_state_machine.py",
        (
            Say("/start", "What's your name?"),
            Say("Slamet", "Nice to meet you, Slamet!"),
            Press("Yes", "What programming language"),
            Say("Python", "I'll keep in mind that, Slamet"),
            Say("/start", "What's your name?"),
            Say("/cancel", "Cancelled."),
        ),
    ),
    Program(
        "aiogram",
        "error_handling.py",
        (Say("/age 57", "Your age is 57"), Say("/age", "Error caught: InvalidAge")),
    ),
    Program(
        "pyTelegramBotAPI",
        "echo_bot.py",
        (Say("/start", "I am EchoBot"), Say("selamat pagi", "selamat pagi")),
    ),
    Program(
        "pyTelegramBotAPI",
        "inline_keyboard_example.py",
        (Say("halo", "Yes/no?"), Press("Yes", "Answer is Yes"), Press("No", "Answer is No")),
    ),
    Program(
        "pyTelegramBotAPI",
        "step_example.py",
        (
            Say("/start", "What's your name?"),
            Say("Slamet", "How old are you?"),
            Say("tua", "Age should be a number"),
            Say("57", "What is your gender"),
            Press("Male", "Nice to meet you Slamet"),
        ),
    ),
    Program(
        "pyTelegramBotAPI",
        "reply_keyboard_markup_example.py",
        (
            Say("/start", "You can use the keyboard"),
            Press("Symbols", "Special characters"),
            Press("✅Done", "Done with Keyboard"),
        ),
    ),
    Program("pyTelegramBotAPI", "poll_example.py", (Say("/poll", POLL),)),
    Program("pyTelegramBotAPI", "inline_example.py", (Ask("text", "Result2"), Ask("", "default"))),
    Program(
        "grammy",
        "grammy.mjs",
        (
            Say("/start", "Pilih satu"),
            Press("Satu", "Dipilih: satu"),
            Say("/tombol", "Pakai tombol"),
            Press("Saldo", "Anda menulis: Saldo"),
            Send("photo", "kind:photo"),
            Say("/berkas", "kind:document"),
            Say("/polling", POLL),
        ),
    ),
    Program(
        "grammy",
        "webhook.mjs",
        (Say("/start", "Lewat webhook"), Say("selamat pagi", "Anda menulis: selamat pagi")),
    ),
    Program(
        "telegraf",
        "telegraf.mjs",
        (
            Say("/start", "Pilih satu"),
            Press("Satu", "Dipilih: satu"),
            Say("/tombol", "Pakai tombol"),
            Press("Saldo", "Anda menulis: Saldo"),
            Send("photo", "kind:photo"),
            Say("/berkas", "kind:document"),
            Say("/polling", POLL),
        ),
    ),
)
