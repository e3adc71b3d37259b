"""The page in a real browser: typing, tapping, both halves, no overflow."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from sandbox.client import Sim
from sandbox.kinds import kinds
from sandbox.server import Server, start
from tests.chromium import IN_CHROMIUM
from tests.sandbox.conftest import polling

App = Application[Any, Any, Any, Any, Any, Any]
pytestmark = IN_CHROMIUM
OVERFLOW = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1
            || e.getBoundingClientRect().left < -1)
  .map(e => e.className || e.tagName)"""
SMALL = """() => [...document.querySelectorAll('button')]
  .filter(e => e.offsetParent && (e.offsetHeight < 44 || e.offsetWidth < 44))
  .map(e => e.textContent)"""


@pytest_asyncio.fixture(loop_scope="session")
async def server() -> AsyncIterator[Server]:
    running = await start(limits=False)
    yield running
    await running.close()


@pytest_asyncio.fixture(loop_scope="session")
async def sim(server: Server) -> AsyncIterator[Sim]:
    async with Sim(server.url) as client:
        yield client


@pytest_asyncio.fixture(loop_scope="session")
async def ptb(server: Server) -> AsyncIterator[App]:
    async with polling(server) as application:
        yield application


@pytest_asyncio.fixture(loop_scope="session")
async def bot(ptb: App) -> App:
    """Greets, edits when tapped, answers what is typed."""

    async def begin(update: Update, context: Any) -> None:
        assert update.message is not None
        rows = [[InlineKeyboardButton("Cek hak klaim", callback_data="cek")]]
        rows.append([InlineKeyboardButton("Petugas", callback_data="petugas")])
        await update.message.reply_html(
            "<b>Selamat datang</b>", reply_markup=InlineKeyboardMarkup(rows)
        )

    async def tapped(update: Update, context: Any) -> None:
        query = update.callback_query
        assert query is not None
        alert = query.data == "petugas"
        await query.answer("Petugas segera datang" if alert else "Tersimpan", show_alert=alert)
        if not alert:
            await query.edit_message_text("Langkah 1 dari 3")

    async def echo(update: Update, context: Any) -> None:
        assert update.message is not None
        await update.message.reply_text(f"Anda menulis: {update.message.text}")

    ptb.add_handler(CommandHandler("start", begin))
    ptb.add_handler(CallbackQueryHandler(tapped))
    ptb.add_handler(MessageHandler(filters.TEXT & filters.ChatType.PRIVATE, echo))
    await ptb.bot.set_my_description("Panduan gratis.\nTidak meminta OTP.")
    return ptb


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, server: Server, bot: App) -> AsyncIterator[Page]:
    """The page at 360 px; anything it complains about fails the test."""
    opened = await browser.new_page(viewport={"width": 360, "height": 740}, locale="id-ID")
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    await opened.goto(server.url)
    yield opened
    await opened.close()
    assert complaints == []


async def test_first_use_typing_tapping_and_edits(page: Page) -> None:
    await expect(page.locator(".welcome")).to_contain_text("Tidak meminta OTP.")
    await page.get_by_role("button", name="MULAI", exact=True).click()
    await expect(page.locator(".bubble b")).to_have_text("Selamat datang")
    assert await page.evaluate(OVERFLOW) == []
    assert await page.evaluate(SMALL) == []
    await page.get_by_role("button", name="Cek hak klaim").click()
    await expect(page.locator("#toast")).to_have_text("Tersimpan")
    await expect(page.locator(".bubble").last).to_contain_text("Langkah 1 dari 3")
    await expect(page.locator(".meta").last).not_to_contain_text("diedit")
    await page.get_by_label("Tulis pesan").fill("kapan <b>cair</b>?")
    await page.keyboard.press("Enter")
    await expect(page.locator(".bubble").last).to_contain_text("Anda menulis: kapan <b>cair</b>?")


async def test_what_people_edit_is_marked(page: Page) -> None:
    await page.get_by_role("button", name="MULAI", exact=True).click()
    await expect(page.locator(".bubble b")).to_be_visible()
    await page.locator(".message.mine .bubble").click(position={"x": 8, "y": 8})
    await page.get_by_role("button", name="Edit").click()
    await page.get_by_role("textbox", name="Edit pesan").fill("kapan cair?")
    await page.get_by_role("button", name="Simpan").click()
    await expect(page.locator(".message.mine .meta")).to_contain_text("diedit")


async def test_an_alert_must_be_closed(page: Page) -> None:
    await page.get_by_role("button", name="MULAI", exact=True).click()
    await page.get_by_role("button", name="Petugas").click()
    await expect(page.get_by_role("alertdialog")).to_contain_text("Petugas segera datang")
    await page.get_by_role("button", name="Baik").click()
    await expect(page.locator("#layer")).to_be_hidden()
    await expect(page.locator(".key.busy")).to_have_count(0)


async def test_people_are_switched_and_added(page: Page, sim: Sim) -> None:
    await page.get_by_role("button", name="MULAI", exact=True).click()
    await expect(page.locator(".bubble b")).to_be_visible()
    await page.get_by_label("Ganti peserta").click()
    await page.get_by_role("button", name="Bu Rina").click()
    await expect(page.locator("#person")).to_contain_text("Bu Rina")
    await expect(page.get_by_role("button", name="MULAI", exact=True)).to_be_visible()
    await page.get_by_label("Ganti peserta").click()
    await page.get_by_role("button", name="Peserta baru").click()
    await page.get_by_role("textbox", name="Nama peserta baru").fill("Bu Ketut")
    await page.get_by_role("button", name="Simpan").click()
    await expect(page.locator("#person")).to_contain_text("Bu Ketut")
    assert "Bu Ketut" in [user["name"] for user in await sim.users()]


async def test_somebody_holds_the_phone_where_officers_came_first(
    browser: Browser, server: Server, sim: Sim
) -> None:
    await sim.group("Petugas Bandung", [await sim.user("Bu Wati")])
    opened = await browser.new_page(viewport={"width": 360, "height": 740}, locale="id-ID")
    await opened.goto(server.url)
    await expect(opened.get_by_role("button", name="MULAI", exact=True)).to_be_visible()
    await expect(opened.locator("#person")).not_to_contain_text("Bu Wati")
    await opened.close()


async def test_attachments_reactions_and_deleting(page: Page, sim: Sim) -> None:
    await page.get_by_role("button", name="MULAI", exact=True).click()
    await expect(page.locator(".bubble b")).to_be_visible()
    for name, kind in (("Foto contoh", "photo"), ("Pesan suara contoh", "voice")):
        await page.get_by_label("Lampirkan").click()
        await page.get_by_role("button", name=name).click()
        await expect(page.locator(f".bubble.{kind}")).to_have_count(1)
    await page.get_by_label("Lampirkan").click()
    await page.get_by_role("button", name="Lokasi").click()
    await page.get_by_role("button", name="Bandung").click()
    await expect(page.locator(".bubble.location")).to_have_count(1)
    await page.locator(".bubble").nth(1).click(position={"x": 8, "y": 8})
    await page.get_by_role("button", name="Reaksi 👍").click()
    await expect(page.locator(".reaction")).to_have_text("👍")
    await page.locator(".bubble.voice .meta").click()
    await page.get_by_role("button", name="Hapus").click()
    await expect(page.locator(".bubble.voice")).to_have_count(0)
    assert await page.evaluate(OVERFLOW) == []


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_every_kind_of_message_has_a_look(page: Page, sim: Sim, server: Server) -> None:
    await page.get_by_role("button", name="MULAI", exact=True).click()
    await expect(page.locator(".bubble b")).to_be_visible()
    world = server.world
    user = world.people.all()[0]
    for kind in kinds(world, world.chats[user.id], user):
        await sim.make(user.id, kind)
    await expect(page.locator(".service", has_text="menyematkan pesan")).to_have_count(1)
    await expect(page.locator(".service", has_text="video_chat_started")).to_have_count(1)
    await expect(page.locator(".bubble.venue")).to_contain_text("Kantor cabang")
    await expect(page.locator(".bubble.rich_message")).to_contain_text("Kiriman Telegram")
    assert await page.evaluate(OVERFLOW) == []


async def test_a_blocked_bot_and_back(page: Page, sim: Sim) -> None:
    await page.get_by_role("button", name="MULAI", exact=True).click()
    await expect(page.locator(".bubble b")).to_be_visible()
    user = (await sim.users())[0]["id"]
    await sim.block(user)
    await page.get_by_role("button", name="AKTIFKAN LAGI").click()
    await expect(page.locator(".bubble b")).to_have_count(2)


async def test_the_staff_group_beside_the_phone(page: Page, sim: Sim, bot: App) -> None:
    await expect(page.locator("#tabs")).to_be_hidden()
    officers = [await sim.user("Bu Wati"), await sim.user("Pak Rudi")]
    group = await sim.group("Petugas Bandung", officers)
    await page.get_by_role("button", name="Grup petugas").click()
    topic = await bot.bot.create_forum_topic(group, "JHT-7K3Q Pak Slamet")
    await page.get_by_role("button", name="JHT-7K3Q").click()
    thread = topic.message_thread_id
    rows = InlineKeyboardMarkup([[InlineKeyboardButton("Ambil", callback_data="ambil")]])
    await bot.bot.send_message(group, "Kartu", message_thread_id=thread, reply_markup=rows)
    await expect(page.locator("#staff .bubble").last).to_contain_text("Kartu")
    await page.get_by_label("Ganti petugas").click()
    await page.get_by_role("button", name="Pak Rudi").click()
    await page.locator("#staff").get_by_role("button", name="Ambil").click()
    await expect(page.locator("#toast")).to_have_text("Tersimpan")
    await page.locator("#staff").get_by_label("Tulis pesan").fill("Saya bantu, Pak")
    await page.locator("#staff").get_by_label("Kirim").click()
    await expect(page.locator("#staff .message.mine")).to_contain_text("Saya bantu, Pak")
    said = (await sim.messages(group, thread=thread))[-1]
    assert said.raw["name"] == "Pak Rudi"
    await bot.bot.set_message_reaction(group, said.id, "👌")
    await expect(page.locator("#staff .reaction")).to_have_text("👌")
    await page.set_viewport_size({"width": 1280, "height": 800})
    await expect(page.locator("#phone")).to_be_visible()
    await expect(page.locator("#staff")).to_be_visible()
    assert await page.evaluate(OVERFLOW) == []
