"""What people send by mistake is nowhere: not on disk, not in a log line, not in anything sent."""

from __future__ import annotations

import json
import random

import pytest

from tests.handlers.conftest import SHARED, Running

pytestmark = SHARED


@pytest.fixture
def bot(shared_bot: Running) -> Running:
    return shared_bot


SECRETS = {
    "nik saya {} pak": "3273{:012d}",
    "{}": "3515{:012d}",
    "no kpj {}": "170{:08d}",
    "rek bca {}": "522{:07d}",
    "hp saya {}": "0812{:08d}",
    "wa +62 {}": "857-{:08d}",
    "npwp {}": "09.254.294.3-407.{:03d}",
    "kode otp {}": "{:06d}",
    "email saya {}": "budi{:05d}@contoh.co.id",
    "password saya {}": "Rahasia{:04d}",
}


def made(seed: int) -> list[tuple[str, str]]:
    """Messages and the secret inside each, the same for the same seed."""
    dice = random.Random(seed)
    out = []
    for sentence, shape in SECRETS.items():
        secret = shape.format(dice.randrange(10**3, 10**12) % 10 ** width(shape))
        out.append((sentence.format(secret), secret))
    return out


def width(shape: str) -> int:
    return int(shape.partition("{:0")[2].partition("d")[0])


@pytest.mark.parametrize("seed", range(3))
async def test_no_secret_survives_anywhere(
    bot: Running, capfd: pytest.CaptureFixture[str], seed: int
) -> None:
    for text, _ in made(seed):
        user = await bot.person()
        sent = await bot.sim.say(user, text)
        await bot.sim.wait_reply(user)
        await bot.until_gone(user, sent)
    disk = bot.remembered()
    outgoing = json.dumps(await bot.sim.log(), ensure_ascii=False)
    lines = "".join(capfd.readouterr())
    for text, secret in made(seed):
        for where in (disk.decode("latin-1"), outgoing, lines):
            assert secret not in where, text


@pytest.mark.parametrize("text", ["saldo saya 15000000", "Rp 12.500.000", "kode 040", "12,5 jt"])
async def test_money_and_codes_stay(bot: Running, text: str) -> None:
    user = await bot.person()
    sent = await bot.sim.say(user, text)
    await bot.sim.wait_reply(user)
    await bot.sim.wait_quiet(user)
    assert sent in [message.id for message in await bot.sim.messages(user)]


async def test_a_secret_edited_into_a_message_is_taken_out(bot: Running) -> None:
    user = await bot.person()
    sent = await bot.sim.say(user, "halo")
    await bot.sim.wait_reply(user)
    await bot.sim.edit(user, sent, "nik 3273051204690001")
    await bot.until_gone(user, sent)
    assert b"3273051204690001" not in bot.remembered()
