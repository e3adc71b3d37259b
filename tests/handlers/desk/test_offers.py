"""What helps the officer: nearest answers, ready texts, codes, figures, answers for the editors."""

from __future__ import annotations

import json

import pytest

from flows.library import Library
from flows.presses import Staff
from tests.handlers.desk.at_desk import CLOSE, AtDesk, Case, staff_data


async def test_nearest_answers_under_a_question(desk: AtDesk, library: Library) -> None:
    case = await desk.held()
    await desk.says(case.person, "apakah klaim jht dipungut biaya?")
    labels = desk.sees(case, "dipungut biaya").labels
    assert 1 <= len(labels) <= 3
    title = library.topics["klaim-biaya"].title
    assert title in labels
    await desk.presses(desk.sari, title, case)
    assert not desk.hears(case.person, title)
    await desk.presses(desk.sari, "Kirim", case)
    desk.sees(case.person, title)
    assert desk.rows("SELECT state FROM case_messages WHERE direction = 'out'") == [("delivered",)]


async def test_a_word_or_chat_gets_no_answers_under_it(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "biaya")
    assert desk.sees(case, "biaya").labels == []
    await desk.tick(seconds=3)
    await desk.says(case.person, "cuaca hari ini cerah sekali ya bu")
    assert desk.sees(case, "cuaca").labels == []


async def test_a_ready_answer_is_filled_in_and_sent_once(desk: AtDesk, library: Library) -> None:
    case = await desk.held()
    await desk.presses(desk.sari, "Balasan siap", case)
    first = min(library.replies.values(), key=lambda reply: reply.label.lower())
    await desk.presses(desk.sari, first.label, case)
    panel = desk.sees(case, "Belum terkirim")
    begin = panel.text.partition("\n")[0]
    assert not desk.hears(case.person, begin)
    data = panel.data("Kirim")
    await desk.forges(desk.sari, data, case, on=panel.id)
    assert "tidak berlaku" in await desk.forges(desk.sari, data, case, on=panel.id)
    assert len(desk.rows("SELECT id FROM case_messages WHERE direction = 'out'")) == 1
    assert "{" not in desk.sees(case.person, begin).text
    shown = next(one for one in desk.topic(case) if one.id == panel.id)
    assert "Belum terkirim" not in shown.text
    assert desk.marked(case, panel.id)


async def sent_topic(desk: AtDesk, case: Case, topic: str = "klaim-biaya") -> int:
    """An answer of the FAQ is sent; the number of its message in the topic."""
    await desk.forges(desk.sari, staff_data(Staff.TOPIC, case.id, topic), case)
    panel = desk.topic(case)[-1].id
    await desk.presses(desk.sari, "Kirim", case)
    return panel


async def test_of_a_ready_answer_the_text_is_kept_not_its_html(
    desk: AtDesk, library: Library
) -> None:
    case = await desk.held()
    panel = await sent_topic(desk, case)
    [(text, entities)] = desk.rows("SELECT text, entities FROM case_messages WHERE kind = 'siap'")
    got = desk.sees(case.person, library.topics["klaim-biaya"].title)
    assert text == got.text
    assert json.loads(entities) == got.raw["entities"]
    assert json.loads(entities)[0]["type"] == "bold"
    await desk.says(desk.sari, "/jadikan", case, reply_to=panel)
    assert desk.rows("SELECT answer FROM faq_drafts") == [(text,)]


@pytest.mark.parametrize("kept", [True, False])
async def test_a_ready_answer_that_failed_is_sent_again_as_it_was(
    desk: AtDesk, library: Library, kept: bool
) -> None:
    """Also one of an earlier release, of which no text is kept."""
    case = await desk.held()
    desk.fault("error", method="sendMessage", code=400, description="no", chat=case.person)
    await sent_topic(desk, case)
    title = library.topics["klaim-biaya"].title
    assert not desk.hears(case.person, title)
    if not kept:
        desk.store("UPDATE case_messages SET text = NULL, entities = NULL")
    await desk.presses(desk.sari, "Kirim ulang", case)
    got = desk.sees(case.person, title)
    assert "<" not in got.text
    assert got.raw["entities"][0]["type"] == "bold"


async def test_words_that_are_wiped_are_not_sent_again_unread(desk: AtDesk) -> None:
    case = await desk.held()
    desk.fault("error", method="sendMessage", code=400, description="no", chat=case.person)
    await desk.says(desk.sari, "Masih ada, Bapak?", case)
    desk.store("UPDATE case_messages SET text = NULL, entities = NULL")
    assert "tidak berlaku" in await desk.presses(desk.sari, "Kirim ulang", case)
    assert not desk.hears(case.person, "Masih ada")


async def test_list_and_preview_of_ready_answers_are_one_panel(
    desk: AtDesk, library: Library
) -> None:
    case = await desk.held()
    await desk.presses(desk.sari, "Balasan siap", case)
    panel = desk.topic(case)[-1]
    known = sorted((reply.label for reply in library.replies.values()), key=str.lower)
    near, first = panel.labels[:3], panel.labels[3:-2]
    known = [label for label in known if label not in near]
    assert first == known[:5]
    await desk.presses(desk.sari, "Berikutnya", case)
    assert desk.topic(case)[-1].labels[:-2] == known[5:13]
    await desk.presses(desk.sari, known[5], case)
    shown = desk.topic(case)[-1]
    assert shown.id == panel.id
    assert shown.labels == ["Kirim", "Kembali"]


async def test_a_suggestion_opens_below_the_question_it_answers(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "apakah klaim jht dipungut biaya?")
    question = desk.topic(case)[-1]
    await desk.presses(desk.sari, question.labels[0], case)
    preview = desk.sees(case, "Belum terkirim")
    assert preview.raw["reply_to"]["id"] == question.id
    desk.sees(case, "dipungut biaya?")


@pytest.mark.parametrize("verb", [Staff.REPLY, Staff.SEND_REPLY, Staff.TOPIC, Staff.SEND_TOPIC])
async def test_a_text_that_is_no_longer_there_is_not_sent(desk: AtDesk, verb: Staff) -> None:
    case = await desk.held()
    toast = await desk.forges(desk.sari, staff_data(verb, case.id, "sudah-dihapus"), case)
    assert "tidak berlaku" in toast
    assert desk.rows("SELECT id FROM case_messages") == []


async def test_search_from_the_topic(desk: AtDesk, library: Library) -> None:
    case = await desk.held()
    asked = await desk.says(desk.sari, "/faq lupa password jmo", case)
    found = desk.sees(case, "mungkin cocok")
    assert library.topics["jmo-lupa-password"].title in found.labels
    assert found.raw["reply_to"]["id"] == asked


async def test_search_beside_the_topics_lists_titles(desk: AtDesk, library: Library) -> None:
    await desk.says(desk.sari, "/faq lupa password jmo", desk.group)
    found = desk.sees(desk.group, "mungkin cocok")
    assert library.topics["jmo-lupa-password"].title in found.text
    assert found.labels == []
    await desk.says(desk.sari, "/faq", desk.group)
    desk.sees(desk.group, "Tidak ada jawaban yang cocok")


@pytest.mark.parametrize("spelled", ["{code}", "jht {signs}", "kodenya {spaced} bu"])
async def test_taking_over_by_code(desk: AtDesk, spelled: str) -> None:
    user = await desk.person()
    await desk.says(user, "9")
    await desk.presses(user, "Kode saya")
    code = desk.sees(user, "JHT-").text.split("JHT-")[1][:4]
    text = spelled.format(code=f"JHT-{code}", signs=code.lower(), spaced=" ".join(f"JHT{code}"))
    await desk.says(desk.sari, f"/ambil {text}", desk.group)
    case = desk.case_of(user)
    assert case.code == f"JHT-{code}"
    assert desk.state(case) == ("held", desk.sari)
    words = desk.value("SELECT trust_words FROM cases")
    assert words in desk.sees(user, case.code).text
    assert words not in desk.sees(user, "Bu Sari").text
    await desk.says(desk.sari, "Halo, saya dari 175.", case)
    desk.sees(user, "dari 175")
    await desk.says(user, "iya, halo")
    desk.sees(case, "iya, halo")


async def test_the_same_code_is_shown_again_and_kept_for_the_case(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.says(user, "9")
    await desk.presses(user, "Kode saya")
    shown = desk.screen(user).text
    await desk.says(user, "9")
    await desk.presses(user, "Kode saya")
    assert desk.screen(user).text == shown
    case = await desk.calls(user)
    assert case.code in shown
    assert desk.value("SELECT trust_words FROM cases") in shown


async def test_a_code_of_yesterday_is_no_longer_valid(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.says(user, "9")
    await desk.presses(user, "Kode saya")
    code = desk.sees(user, "JHT-").text.split("JHT-")[1][:4]
    desk.skip(hours=25)
    await desk.says(desk.sari, f"/ambil JHT-{code}", desk.group)
    desk.sees(desk.group, "tidak ditemukan")
    assert desk.rows("SELECT id FROM cases") == []


async def test_the_code_of_somebody_who_stopped_the_bot_opens_nothing(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.says(user, "9")
    await desk.presses(user, "Kode saya")
    code = desk.sees(user, "JHT-").text.split("JHT-")[1][:4]
    await desk.blocks(user)
    await desk.says(desk.sari, f"/ambil JHT-{code}", desk.group)
    desk.sees(desk.group, "tidak ditemukan")
    assert desk.rows("SELECT id FROM cases") == []


async def test_an_unknown_code_opens_nothing(desk: AtDesk) -> None:
    for words in ("JHT-7K3Q", "kode"):
        await desk.says(desk.sari, f"/ambil {words}", desk.group)
    assert len([one for one in desk.sent_to(desk.group) if "tidak ditemukan" in one.text]) == 2
    assert desk.rows("SELECT id FROM cases") == []


async def test_the_report_hides_small_figures(desk: AtDesk) -> None:
    await desk.held()
    await desk.says(desk.budi, "/laporan", desk.group)
    desk.sees(desk.group, "Hanya supervisor")
    await desk.says(desk.sari, "/laporan", desk.group)
    shown = desk.sees(desk.group, "Laporan 30 hari").text.splitlines()
    table = shown.index("cabang")
    head, jember = (line.split() for line in shown[table + 1 : table + 3])
    assert (head, jember[-1]) == (["cabang", "kasus"], "<5")


async def test_a_report_about_nothing_has_no_empty_tables(desk: AtDesk) -> None:
    await desk.says(desk.sari, "/laporan", desk.group)
    text = desk.sees(desk.group, "Laporan 30 hari").text
    assert "balasan_pertama_menit" in text
    assert "kendala" not in text
    assert "cabang  kasus\n" not in text


async def test_the_report_comes_where_it_was_asked_for(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.says(desk.sari, "/laporan", case)
    assert desk.sees(case, "Laporan 30 hari").thread == case.topic


async def test_a_good_answer_goes_to_the_editors(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "bagaimana kalau hp saya hilang?")
    written = await desk.says(desk.sari, "Lapor dulu ke kantor cabang, Bapak.", case)
    await desk.says(desk.sari, "/jadikan", case, reply_to=written)
    desk.sees(case, "Masuk daftar editor")
    assert desk.rows("SELECT question, answer FROM faq_drafts") == [
        ("bagaimana kalau hp saya hilang?", "Lapor dulu ke kantor cabang, Bapak.")
    ]
    assert desk.acts(case)[-1] == "jadi_faq"


async def test_jadikan_needs_an_officers_message_of_a_case(desk: AtDesk) -> None:
    case = await desk.held()
    hello = await desk.says(desk.sari, "Selamat pagi semua", desk.group)
    await desk.says(desk.sari, "/jadikan", case)
    await desk.says(desk.sari, "/jadikan", desk.group, reply_to=hello)
    assert desk.rows("SELECT * FROM faq_drafts") == []


async def test_the_last_answer_is_offered_for_the_editors_at_the_end(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.presses(desk.sari, CLOSE, case)
    assert "Jadikan FAQ" not in desk.sees(case, "Kasus selesai karena apa?").labels
    await desk.says(desk.sari, "Lapor dulu ke kantor cabang.", case)
    await desk.presses(desk.sari, CLOSE, case)
    await desk.presses(desk.sari, "Jadikan FAQ", case)
    assert desk.rows("SELECT question, answer FROM faq_drafts") == [
        ("JMO saya macet", "Lapor dulu ke kantor cabang.")
    ]


async def test_only_an_officers_answer_goes_to_the_editors(desk: AtDesk) -> None:
    """Not what the participant wrote, and not an answer of another case."""
    first, second = await desk.held("Satu"), await desk.held("Dua")
    await desk.says(first.person, "bagaimana kalau hp saya hilang?")
    asked = desk.sees(first, "hp saya hilang").id
    await desk.says(desk.sari, "/jadikan", first, reply_to=asked)
    await desk.says(desk.sari, "/jadikan", first)
    await desk.says(desk.sari, "Lapor dulu ke kantor.", first)
    answer = desk.value("SELECT id FROM case_messages WHERE direction = 'out'")
    question = desk.value("SELECT id FROM case_messages WHERE direction = 'in'")
    for case, row in ((second, answer), (first, question), (first, 999)):
        data = staff_data(Staff.KEEP_AS_FAQ, case.id, row)
        assert "tidak berlaku" in await desk.forges(desk.sari, data, case)
    assert desk.rows("SELECT * FROM faq_drafts") == []
