"""What is carried between a participant and the staff, in both directions."""

from __future__ import annotations

import pytest

from tests.handlers.desk.at_desk import CLOSE, SOLVED, AtDesk, Place

KINDS = ["photo", "voice", "document", "sticker", "location", "video"]


@pytest.mark.parametrize("kind", KINDS)
async def test_everything_sent_reaches_the_topic(desk: AtDesk, kind: str) -> None:
    case = await desk.held()
    await desk.sends(case.person, kind)
    assert desk.of_kind(case, kind)


@pytest.mark.parametrize("kind", KINDS)
async def test_everything_an_officer_sends_reaches_the_person(desk: AtDesk, kind: str) -> None:
    case = await desk.held()
    sent = await desk.sends(desk.sari, kind, case)
    assert desk.of_kind(case.person, kind)
    assert desk.marked(case, sent)


async def test_a_shared_contact_is_only_mentioned(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.sends(case.person, "contact")
    desk.sees(case, "membagikan kontak")
    assert not desk.of_kind(case, "contact")
    await desk.sends(desk.sari, "contact", case)
    desk.sees(case, "Belum terkirim")
    assert not desk.of_kind(case.person, "contact")


async def test_quick_messages_are_gathered_and_none_is_lost(desk: AtDesk) -> None:
    case = await desk.held()
    words = ("satu", "dua", "tiga", "empat")
    for each in words:
        await desk.says(case.person, f"kalimat nomor {each} dari saya")
    desk.sees(case, "nomor satu")
    assert not desk.hears(case, "nomor dua")
    await desk.tick(seconds=3)
    gathered = desk.sees(case, "nomor empat")
    assert all(f"nomor {each}" in gathered.text for each in words[1:])
    assert "3 pesan baru" in gathered.text


async def test_what_is_gathered_keeps_its_order_and_its_kind(desk: AtDesk) -> None:
    case = await desk.held()
    written = await desk.says(desk.sari, "Nomor berapa, Bu?", case)
    answered = desk.sees(case.person, "Nomor berapa").id
    await desk.says(case.person, "pembuka")
    await desk.says(case.person, "ini nomornya", reply_to=answered)
    await desk.says(case.person, "sebentar")
    await desk.sends(case.person, "photo", album="a")
    await desk.sends(case.person, "photo", album="a")
    await desk.says(case.person, "penutup")
    for _ in range(4):
        await desk.tick(seconds=3)
    *_, two, first, second, last = desk.sent_to(case)
    assert "2 pesan baru" in two.text
    assert two.text.index("ini nomornya") < two.text.index("sebentar")
    assert two.raw["reply_to"]["id"] == written
    assert (first.kind, second.kind) == ("photo", "photo")
    assert "penutup" in last.text


async def test_what_is_on_its_way_is_waited_for(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "yang pertama")
    desk.store("UPDATE case_messages SET state = 'sending'")
    await desk.says(case.person, "yang kedua")
    await desk.tick(seconds=20)
    assert not desk.hears(case, "yang kedua")
    desk.store("UPDATE case_messages SET state = 'delivered' WHERE text = 'yang pertama'")
    await desk.tick()
    assert desk.hears(case, "yang kedua")


async def test_a_second_message_after_a_pause_goes_at_once(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "yang pertama")
    await desk.tick(seconds=3)
    await desk.says(case.person, "yang kedua")
    desk.sees(case, "yang kedua")


async def test_what_is_gathered_goes_out_in_messages_that_are_not_too_long(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "pembuka")
    for letter in "abc":
        await desk.says(case.person, letter * 1500)
    await desk.tick(seconds=3)
    two, one = desk.sent_to(case)[-2:]
    assert "a" * 1500 in two.text
    assert "b" * 1500 in two.text
    assert "c" * 1500 in one.text


def carried(desk: AtDesk, at: Place, sign: str) -> list[str]:
    """The bot's messages there that are nothing but this sign, as often as it stands in them."""
    return [one.text for one in desk.sent_to(at) if set(one.text) <= set(f"👤 {sign}")]


FULL = 4096 - len("p ") - 1
"""Units of one text in one message: 👤 has two of them."""


@pytest.mark.parametrize(("sign", "most"), [("x", FULL), ("<", FULL), ("😀", FULL // 2)])
@pytest.mark.parametrize("more", [0, 1])
async def test_only_what_is_too_long_for_one_message_needs_two(
    desk: AtDesk, sign: str, most: int, more: int
) -> None:
    case = await desk.held()
    await desk.says(case.person, sign * (most + more))
    arrived = carried(desk, case, sign)
    assert (len(arrived), "".join(arrived).count(sign)) == (1 + more, most + more)


async def test_many_short_messages_go_out_in_messages_that_are_not_too_long(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "mulai")
    words = [f"halo <pak> {number:03d} & tolong" for number in range(260)]
    for each in words:
        await desk.says(case.person, each)
    await desk.tick(seconds=3)
    there = "\n".join(one.text for one in desk.sent_to(case))
    assert [each for each in words if each not in there] == []
    assert desk.rows("SELECT DISTINCT state FROM case_messages") == [("delivered",)]
    assert not desk.hears(case, "tidak bisa diteruskan")


REFUSED = {"code": 400, "description": "Bad Request: message is too long"}


@pytest.mark.parametrize(
    ("times", "lost"),
    [(1, ""), (2, ""), (3, "a"), (4, "a"), (5, "ab"), (6, "ab")],
)
async def test_only_what_is_refused_alone_is_given_up(desk: AtDesk, times: int, lost: str) -> None:
    """Refused: all four, a and b, a (given up); then all three, b (given up), c and d."""
    case = await desk.held()
    await desk.says(case.person, "pembuka")
    for each in "abcd":
        await desk.says(case.person, f"kata {each}")
    desk.fault("error", method="sendMessage", chat=desk.group, times=times, **REFUSED)
    await desk.tick(seconds=3)
    assert [each for each in "abcd" if not desk.hears(case, f"kata {each}")] == list(lost)
    told = [one.text for one in desk.sent_to(case) if "tidak bisa diteruskan" in one.text]
    assert [text.split()[1] for text in told] == [str(len(lost))] * bool(lost)
    await desk.says(case.person, "masih ada?")
    await desk.tick(seconds=3)
    desk.sees(case, "masih ada?")


async def test_of_an_album_only_what_is_refused_alone_is_given_up(desk: AtDesk) -> None:
    case = await desk.held()
    for _ in range(3):
        await desk.sends(case.person, "photo", album="a1")
    desk.fault("error", method="copyMessages", **REFUSED)
    desk.fault("error", method="copyMessage", **REFUSED)
    await desk.tick(seconds=3)
    assert len(desk.of_kind(case, "photo")) == 2
    assert "1 pesan peserta" in desk.sees(case, "tidak bisa diteruskan").text


async def test_what_was_refused_is_tried_again_in_a_new_topic(desk: AtDesk) -> None:
    case = await desk.held()
    desk.fault("error", method="sendMessage", chat=desk.group, **REFUSED)
    await desk.says(case.person, "saldo saya nol")
    assert not desk.hears(case, "saldo saya nol")
    await desk.deletes_topic(case)
    await desk.says(case.person, "masih ada?")
    await desk.tick(seconds=3)
    desk.sees(desk.case_of(case.person), "saldo saya nol")


@pytest.mark.parametrize(
    "description",
    [
        "Bad Request: whatever",
        "Bad Request: not enough rights to send text messages to the chat",
        "Bad Request: TOPIC_CLOSED",
    ],
)
async def test_words_refused_for_nothing_of_their_own_arrive_later(
    desk: AtDesk, description: str
) -> None:
    case = await desk.held()
    desk.fault(
        "error", method="sendMessage", chat=desk.group, code=400, description=description, times=2
    )
    await desk.says(case.person, "saldo saya nol")
    assert not desk.hears(case, "saldo saya nol")
    await desk.tick(seconds=31)
    await desk.tick(seconds=31)
    desk.sees(case, "saldo saya nol")
    assert len(desk.topics()) == 1


async def test_the_end_of_a_long_message_is_not_lost_silently(desk: AtDesk) -> None:
    case = await desk.held()
    desk.fault("error", method="sendMessage", chat=desk.group, skip=1, **REFUSED)
    await desk.says(case.person, "x" * 4096)
    assert carried(desk, case, "x") == ["👤 " + "x" * FULL]
    assert "1 pesan peserta" in desk.sees(case, "tidak bisa diteruskan").text


async def test_a_caption_too_long_for_a_bot_arrives_whole(desk: AtDesk) -> None:
    """Who pays Telegram may write longer ones than a bot."""
    case = await desk.held()
    await desk.sends(case.person, "photo", caption="x" * 2000)
    [photo] = desk.of_kind(case, "photo")
    assert photo.text == "x" * 1023 + "…"
    assert carried(desk, case, "x") == ["👤 " + "x" * 2000]


async def test_emoji_that_are_gathered_go_out_in_messages_that_fit(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "pembuka")
    for sign in "😀😁😂":
        await desk.says(case.person, sign * 800)
    await desk.tick(seconds=3)
    two, one = desk.sent_to(case)[-2:]
    assert ("😀" * 800 in two.text, "😁" * 800 in two.text) == (True, True)
    assert "😂" * 800 in one.text


async def test_a_message_changed_into_a_longer_one_goes_on_in_another(desk: AtDesk) -> None:
    case = await desk.held()
    asked = await desk.says(case.person, "saldo saya nol")
    await desk.edits(case.person, asked, "😀" * 2048)
    first, second = [one.text for one in desk.sent_to(case) if "😀" in one.text]
    assert "diubah peserta" in first
    assert (first + second).count("😀") == 2048


@pytest.mark.parametrize(("signs", "below"), [(503, 0), (504, 504)])
async def test_a_caption_changed_into_one_too_long_with_our_word_stands_below(
    desk: AtDesk, signs: int, below: int
) -> None:
    case = await desk.held()
    photo = await desk.sends(case.person, "photo", caption="layar pertama")
    await desk.edits(case.person, photo, "😀" * signs)
    [copied] = desk.of_kind(case, "photo")
    changed = desk.sees(case, "diubah peserta")
    assert changed.text.count("😀") == signs
    assert (changed.id == copied.id) == (not below)


async def test_replies_keep_their_reference_both_ways(desk: AtDesk) -> None:
    case = await desk.held()
    asked = await desk.says(case.person, "berapa lama cairnya?")
    there = desk.sees(case, "berapa lama")
    await desk.says(desk.sari, "Kira-kira sepekan.", case, reply_to=there.id)
    answer = desk.sees(case.person, "sepekan")
    assert answer.raw["reply_to"]["id"] == asked
    await desk.tick(seconds=3)
    await desk.says(case.person, "baik, terima kasih", reply_to=answer.id)
    assert desk.sees(case, "baik, terima").raw["reply_to"]["text"] == "Kira-kira sepekan."


async def test_edits_go_both_ways(desk: AtDesk) -> None:
    case = await desk.held()
    asked = await desk.says(case.person, "saldo saya nol")
    await desk.edits(case.person, asked, "saldo saya tidak tampil")
    changed = desk.sees(case, "tidak tampil")
    assert "saldo saya nol" not in changed.text
    assert "diubah peserta" in changed.text
    written = await desk.says(desk.sari, "Coba masuk lagi besok.", case)
    await desk.edits(desk.sari, written, "Coba masuk lagi lusa.", case)
    desk.sees(case.person, "lusa")
    assert not desk.hears(case.person, "besok")


async def test_only_the_author_changes_what_was_sent(desk: AtDesk) -> None:
    """Pak Budi wrote it; the case is Bu Sari's by now."""
    case = await desk.held(by=desk.budi)
    written = await desk.says(desk.budi, "Coba masuk lagi besok.", case)
    await desk.presses(desk.budi, "Alihkan", case)
    await desk.presses(desk.budi, "Bu Sari", case)
    await desk.edits(desk.budi, written, "Coba masuk lagi lusa.", case)
    desk.sees(case.person, "lusa")
    noted = await desk.says(desk.budi, "// catatan", case)
    await desk.edits(desk.budi, noted, "bukan catatan lagi", case)
    assert not desk.hears(case.person, "bukan catatan")


async def test_edited_captions_go_both_ways(desk: AtDesk) -> None:
    case = await desk.held()
    photo = await desk.sends(case.person, "photo", caption="layar pertama")
    for _ in range(2):
        await desk.edits(case.person, photo, "layar kedua")
    assert len(desk.calls_of("editMessageCaption")) == 1
    assert desk.sees(case, "layar kedua").kind == "photo"
    sent = await desk.sends(desk.sari, "photo", case, caption="tekan yang biru")
    await desk.edits(desk.sari, sent, "tekan yang hijau", case)
    assert desk.sees(case.person, "tekan yang hijau").kind == "photo"


async def test_what_was_never_carried_is_not_changed_there(desk: AtDesk) -> None:
    user = await desk.person()
    early = await desk.says(user, "berapa saldo saya?")
    case = await desk.calls(user)
    said = len(desk.sent_to(case))
    await desk.edits(user, early, "berapa saldo saya sekarang?")
    assert len(desk.sent_to(case)) == said
    assert desk.calls_of("editMessageText") == []


async def test_words_that_wait_when_the_case_is_closed_still_arrive(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "pembuka")
    await desk.says(case.person, "yang terakhir dari saya")
    await desk.presses(desk.sari, CLOSE, case)
    await desk.presses(desk.sari, SOLVED, case)
    await desk.tick(seconds=3)
    desk.sees(case, "yang terakhir dari saya")


async def test_an_edit_before_delivery_is_in_what_is_delivered(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "pembuka")
    waiting = await desk.says(case.person, "saya lahir di Jmber")
    await desk.edits(case.person, waiting, "saya lahir di Jember")
    await desk.tick(seconds=3)
    assert "diubah" not in desk.sees(case, "lahir di Jember").text


def together(desk: AtDesk, at: Place, count: int) -> bool:
    photos = desk.of_kind(at, "photo")
    albums = {one.raw.get("media_group_id") for one in photos}
    return len(photos) == count and len(albums) == 1 and None not in albums


async def test_albums_stay_together_both_ways(desk: AtDesk) -> None:
    case = await desk.held()
    written = await desk.says(desk.sari, "Kirim fotonya, ya.", case)
    there = desk.sees(case.person, "Kirim fotonya")
    for _ in range(3):
        await desk.sends(case.person, "photo", album="a1", reply_to=there.id)
    for _ in range(2):
        await desk.sends(desk.sari, "photo", case, album="b1", reply_to=written)
    assert not desk.of_kind(case.person, "photo")
    await desk.tick(seconds=2)
    assert together(desk, case.person, 2)
    assert together(desk, case, 3)
    # Telegram knows no answer that is an album.
    assert all("reply_parameters" not in one for one in desk.calls_of("copyMessages"))


async def test_the_caption_of_an_album_arrives_masked(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.sends(case.person, "photo", album="a1", caption="nomor hp saya 081234567890")
    await desk.sends(case.person, "photo", album="a1")
    await desk.tick(seconds=3)
    assert len(desk.of_kind(case, "photo")) == 2
    assert not desk.hears(case, "081234567890")
    desk.sees(case, "[nomor HP]")


async def test_a_note_stays_among_the_staff(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(desk.sari, "// orang ini sudah menelepon kemarin", case)
    await desk.says(desk.sari, "catatan di bawah kartu", case, reply_to=desk.card(case).id)
    await desk.says(desk.sari, "Selamat pagi, Bapak.", case)
    desk.sees(case.person, "Selamat pagi, Bapak.")
    assert not desk.hears(case.person, "menelepon kemarin")
    assert not desk.hears(case.person, "bawah kartu")


async def test_personal_data_arrives_masked_and_leaves_the_chat(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "nik saya 3273 0512 0469 0001 tolong dicek")
    desk.sees(case, "tolong dicek")
    await desk.tick(seconds=3)
    await desk.sends(case.person, "photo", caption="ini nomor hp saya 081234567890")
    [photo] = desk.of_kind(case, "photo")
    assert not desk.hears(desk.group, "3273")
    assert "081234567890" not in str(photo.raw)
    assert not desk.hears(case.person, "3273")
    desk.sees(case.person, "NIK")
    [told] = [one for one in desk.sent_to(case.person) if "kami hapus karena" in one.text]
    assert "NIK" in told.text


async def test_the_bot_is_silent_while_a_person_is_there(desk: AtDesk) -> None:
    case = await desk.held()
    before = len(desk.sent_to(case.person))
    await desk.says(case.person, "apakah saya bisa klaim jht?")
    desk.sees(case, "bisa klaim")
    assert len(desk.sent_to(case.person)) == before


async def test_a_command_shows_who_holds_the_case(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "/menu")
    assert "Bu Sari" in desk.screen(case.person).text


async def test_an_old_button_shows_who_holds_the_case(desk: AtDesk) -> None:
    user = await desk.person()
    menu = desk.screen(user)
    case = await desk.calls(user)
    await desk.presses(desk.sari, "Ambil", case)
    toast = await desk.presses(user, menu.labels[0], on=menu.id)
    assert "sudah lama" in toast
    assert "Bu Sari" in next(one for one in desk.sent_to(user) if one.id == menu.id).text


async def test_a_message_the_group_refuses_is_told_there(desk: AtDesk) -> None:
    case = await desk.held()
    desk.fault(
        "error",
        code=400,
        description="Bad Request: message to copy not found",
        method="copyMessage",
    )
    await desk.sends(case.person, "photo")
    desk.sees(case, "tidak bisa diteruskan")
    await desk.tick(seconds=60)
    assert not desk.of_kind(case, "photo")
    await desk.says(case.person, "masih ada?")
    desk.sees(case, "masih ada?")


async def test_words_to_a_lost_group_are_tried_again_later_not_at_once(desk: AtDesk) -> None:
    case = await desk.held()
    gone = {"code": 400, "description": "Bad Request: chat not found", "method": "sendMessage"}
    desk.fault("error", chat=desk.group, **gone)
    await desk.says(case.person, "apakah masih ada orang?")
    await desk.tick(seconds=20)
    words = [one for one in desk.calls_of("sendMessage") if "masih ada orang" in one["text"]]
    assert len([one for one in words if "message_thread_id" in one]) == 1
    assert not desk.hears(case, "masih ada orang")
    await desk.tick(seconds=10)
    desk.sees(case, "masih ada orang")


async def test_words_that_may_not_have_arrived_come_again(desk: AtDesk) -> None:
    """Rather seen twice by the staff than not at all."""
    case = await desk.held()
    desk.fault("drop_after", chat=desk.group, method="sendMessage")
    await desk.says(case.person, "apakah masih ada orang?")
    await desk.tick(seconds=31)
    assert len([one for one in desk.sent_to(case) if "masih ada orang" in one.text]) == 2
