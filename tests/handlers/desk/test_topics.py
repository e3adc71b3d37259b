"""One topic per case, whatever happens to it."""

from __future__ import annotations

from tests.handlers.desk.at_desk import TAKE, AtDesk


async def test_a_deleted_topic_comes_back_with_card_and_words(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "cerita yang pertama")
    await desk.deletes_topic(case)
    await desk.tick(seconds=3)
    await desk.says(case.person, "masih ada orang?")
    await desk.tick(seconds=3)
    fresh = desk.case_of(case.person)
    assert list(desk.topics()) == [fresh.topic]
    assert fresh.topic != case.topic
    assert "Bu Sari" in desk.card(fresh).text
    assert desk.hears(fresh, "cerita yang pertama")
    desk.sees(fresh, "masih ada orang?")
    await desk.says(desk.sari, "Masih, Bapak.", fresh)
    desk.sees(case.person, "Masih, Bapak.")


async def test_a_topic_missed_by_two_calls_at_once_comes_back_once(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "pembuka")
    await desk.deletes_topic(case)
    await desk.tick(seconds=3)
    await desk.says(case.person, "kata panjang " * 315)
    await desk.tick(seconds=3)
    assert len(desk.calls_of("createForumTopic")) == 2
    fresh = desk.case_of(case.person)
    assert list(desk.topics()) == [fresh.topic]
    assert desk.hears(fresh, "kata panjang")


async def test_a_topic_of_a_closed_case_stays_deleted(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.deletes_topic(case)
    await desk.tick()
    assert desk.topics() == {}
    await desk.says(case.person, "Bu, masih belum bisa masuk")
    await desk.tick(seconds=3)
    fresh = desk.case_of(case.person)
    assert list(desk.topics()) == [fresh.topic]
    desk.sees(fresh, "masih belum bisa masuk")


async def test_a_creation_that_may_have_happened_is_found_again(desk: AtDesk) -> None:
    other = await desk.opened("Lain")
    desk.fault("drop_after", method="createForumTopic")
    case = await desk.calls(await desk.person())
    assert sorted(desk.topics()) == [other.topic, case.topic]
    assert not desk.hears(desk.group, "Mencari topik")
    await desk.presses(desk.sari, TAKE, case)
    await desk.says(desk.sari, "Ini topik yang benar.", case)
    desk.sees(case.person, "topik yang benar")
    assert not desk.hears(other.person, "topik yang benar")


async def test_two_lost_at_once_are_named_after_what_is_in_them(desk: AtDesk) -> None:
    """Either may be taken for the other: nothing but the name tells them apart."""
    first, second = await desk.person("Bu Ani"), await desk.person("Pak Joko")
    desk.fault("drop_after", times=2, method="createForumTopic")
    for words in ("9", "JMO saya macet", "jember"):
        await desk.all_say(words, first, second)
    await desk.tick()
    cases = [desk.case_of(first), desk.case_of(second)]
    assert sorted(desk.topics()) == sorted(case.topic for case in cases)
    for case in cases:
        assert case.code in desk.topics()[case.topic]
        assert case.code in desk.card(case).text


async def test_a_creation_that_did_not_happen_is_made_up_for(desk: AtDesk) -> None:
    desk.fault("drop_before", method="createForumTopic")
    case = await desk.calls(await desk.person())
    assert list(desk.topics()) == [case.topic]


async def test_a_lost_topic_is_looked_for_below_what_was_known(desk: AtDesk) -> None:
    """Twenty messages may have been on their way; further down it cannot be."""
    for number in range(30):
        await desk.says(desk.sari, f"obrolan {number}", desk.group)
    newest = desk.world.chats[desk.group].last_id
    desk.fault("drop_before", method="createForumTopic")
    await desk.calls(await desk.person())
    tried = [call["message_thread_id"] for call in desk.calls_of("reopenForumTopic")]
    assert tried == [newest - back for back in range(21)]


async def test_a_lost_topic_in_a_group_that_says_nothing_goes_to_the_national_desk(
    jember: AtDesk,
) -> None:
    jember.fault("drop_before", method="createForumTopic")
    jember.fault("error", code=400, description="Bad Request: no", chat=jember.group)
    case = await jember.calls(await jember.person())
    await jember.tick()
    assert jember.case_of(case.person).group == jember.national


async def test_a_topic_that_people_opened_is_never_taken_for_ours(desk: AtDesk) -> None:
    await desk.opened("Lain")
    theirs = await desk.opens_topic(desk.sari, "Obrolan petugas")
    desk.fault("drop_before", method="createForumTopic")
    case = await desk.calls(await desk.person())
    assert case.topic != theirs


async def test_a_group_with_a_new_number_is_followed(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.migrates()
    case = desk.case_of(case.person)
    assert case.group == desk.group
    await desk.says(case.person, "setelah pindah nomor")
    desk.sees(case, "setelah pindah nomor")
    await desk.says(desk.sari, "Kami tetap di sini.", case)
    desk.sees(case.person, "tetap di sini")
    other = await desk.opened("Yang Berikutnya")
    await desk.presses(desk.budi, TAKE, other)
    desk.sees(other.person, "Pak Budi")
