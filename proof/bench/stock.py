"""The bots to compare with: python-telegram-bot as its documentation shows it.

`python -m proof.bench.stock echo|conversation API TOKEN [PICKLE]`. A tap costs them the same two
calls as ours (answerCallbackQuery, editMessageText), a text one (sendMessage).
"""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

STEPS = 10
LABELS = ("1. Ya, sudah tampil", "2. Belum tampil", "3. Layarnya lain", "Kembali", "Menu")
QUESTION = "Langkah {step} dari 10. Lihat layar di aplikasi. Apa yang Bapak/Ibu lihat? ({number})"

Context = ContextTypes.DEFAULT_TYPE


def _keyboard(step: int) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(label, callback_data=f"1:a:klaim:{step}:{number}")]
            for number, label in enumerate(LABELS)
        ]
    )


async def _show(update: Update, step: int) -> None:
    """Answer: a tap changes the message, a text gets a new one. The number makes each differ."""
    text = QUESTION.format(step=step, number=update.update_id)
    query = update.callback_query
    if query is not None:
        await query.answer()
        await query.edit_message_text(text, reply_markup=_keyboard(step))
    elif isinstance(update.effective_message, Message):
        await update.effective_message.reply_text(text, reply_markup=_keyboard(step))


async def _echo(update: Update, _context: Context) -> None:
    await _show(update, 1)


async def _begin(update: Update, context: Context) -> int:
    if context.user_data is not None:
        context.user_data.clear()
    await _show(update, 1)
    return 1


async def _answer(update: Update, context: Context) -> int:
    answers: dict[Any, Any] = context.user_data if context.user_data is not None else {}
    step = len(answers) % STEPS + 1
    answers[step] = "ya"
    await _show(update, step)
    return step


def add_echo(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Remembers nothing: one reply to whatever comes."""
    application.add_handler(CallbackQueryHandler(_echo))
    application.add_handler(MessageHandler(filters.TEXT, _echo))


def add_conversation(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """A guide of ten steps in a ConversationHandler, its answers in the pickle."""
    answered: list[Any] = [
        CallbackQueryHandler(_answer),
        MessageHandler(filters.Regex("^1$"), _answer),
    ]
    application.add_handler(
        ConversationHandler(
            entry_points=[MessageHandler(filters.TEXT, _begin), CallbackQueryHandler(_begin)],
            states={step: answered for step in range(1, STEPS + 1)},
            fallbacks=[MessageHandler(filters.COMMAND, _begin)],
            allow_reentry=False,
            per_message=False,
            name="guide",
            persistent=True,
        )
    )


def main(argv: list[str]) -> None:
    """Poll until SIGTERM. SIGUSR1 writes the pickle at once, so that the bench can price it."""
    kind, api, token = argv[:3]
    builder = ApplicationBuilder().token(token).base_url(f"{api}/bot")
    if kind == "echo":
        application = builder.build()
        add_echo(application)
    else:
        application = builder.persistence(PicklePersistence(argv[3])).post_init(_on_signal).build()
        add_conversation(application)
    application.run_polling()


async def _on_signal(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    tasks: set[asyncio.Task[None]] = set()

    def flush() -> None:
        task = asyncio.ensure_future(application.update_persistence())
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, flush)


if __name__ == "__main__":
    main(sys.argv[1:])
