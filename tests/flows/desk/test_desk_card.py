"""Cards, panels, buttons and the texts around a case; on the shipped content."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.aside import WHOLE, Aside, View
from flows.buttons import fits, pack, unpack
from flows.content.offices import NATIONAL
from flows.conversation import Conversation
from flows.desk.card import COLOURS, TOPIC_NAME, Card, case_card, topic_name
from flows.desk.case import (
    OFFICER_REASONS,
    Case,
    CaseContext,
    CloseReason,
    Earlier,
    Opening,
    State,
)
from flows.desk.context import (
    MATTER,
    SAID,
    context_of,
    learned,
    suggestion,
    with_question,
)
from flows.desk.escalate import due
from flows.desk.hours import Closed
from flows.desk.mention import mention
from flows.desk.panels import (
    close_panel,
    held_panel,
    move_panel,
    preview_panel,
    rating_rows,
    replies_panel,
    topics_panel,
    trend_panel,
)
from flows.desk.replies import filled_reply
from flows.desk.ruling import WEIGHTY
from flows.desk.texts import closed_text, due_texts, opened_text, queue_text
from flows.desk.trend import Trend
from flows.desk.wait import Wait
from flows.guard.doubts import Doubt, doubts
from flows.library import Library
from flows.presses import CaseTap, Participant, Staff, StaffTap
from flows.rights.cek_hak import READS
from flows.scene import Scene
from flows.screen import Row
from flows.texts.html import Html
from flows.texts.markup import plain
from flows.texts.shortened import SHORT, shortened, whole_lines
from flows.voice import Voice
from flows.walk import locate
from tests.flows.desk.builders import OPENED

Make = Callable[..., Case]
LONG = "kata " * 400


@pytest.fixture
def voice(library: Library, today: date) -> Voice:
    return Voice(library, today)


@pytest.fixture
def case(make_case: Make) -> Case:
    return make_case(office="jember", id=12)


def stuck(library: Library, today: date, aside: Aside | None = None) -> Scene:
    """Somebody two answers into the JMO guide."""
    guide = library.guides["klaim-jmo"]
    answers: dict[str, str] = {}
    for _ in range(2):
        step = locate(guide, answers, library.numbers, today).step
        assert step.kind == "ask"
        answers[step.id] = next(iter(step.options))
    talk = Conversation(guide=guide.id, answers={guide.id: answers}, aside=aside)
    return Scene(library, today, talk)


def staff_taps(rows: tuple[Row, ...]) -> list[StaffTap]:
    taps = [unpack(button.data) for row in rows for button in row]
    assert all(isinstance(tap, StaffTap) for tap in taps)
    return [tap for tap in taps if isinstance(tap, StaffTap)]


def verbs(card: Card) -> set[Staff]:
    return {tap.verb for tap in staff_taps(card.rows)}


def test_the_context_says_where_somebody_stands(library: Library, today: date) -> None:
    scene = stuck(library, today, Aside(View.TROUBLE, ("status-masih-aktif",)))
    asked = ["apakah perlu npwp?", "tolong", "berapa lama cairnya?"]
    context = context_of(scene, Opening.TROUBLE, about="tolong", typed=asked)
    assert (context.guide, context.step_number) == ("klaim-jmo", 3)
    assert context.trouble == "status-masih-aktif"
    assert context.bot_said
    assert context.typed == ("apakah perlu npwp?", "berapa lama cairnya?")
    assert suggestion(context) == library.troubles["status-masih-aktif"].label


ANSWERS = {
    "keadaan": "usia_56", "status": "nonaktif", "pernah_sebagian": "belum", "hp": "ya",
    "saldo": "sampai_batas", "kpj": "satu", "data": "sudah",
}  # fmt: skip


def judged(library: Library, today: date, **changes: object) -> Scene:
    """Somebody who has answered all of cek-hak and walks through another guide."""
    walked = stuck(library, today).conversation
    given = {**walked.answers, "cek-hak": ANSWERS, "lacak-klaim": {"lewat_mana": "kantor"}}
    return Scene(library, today, walked.with_(answers=given, **changes))


def test_the_context_holds_what_was_answered_in_every_guide(library: Library, today: date) -> None:
    context = context_of(judged(library, today, ticked=("ektp",)), Opening.BUTTON)
    assert context.verdict == "boleh · 100% · JMO"
    assert {"Status nonaktif", "Satu kartu", "Klaim di kantor cabang"} <= set(context.facts)
    assert context.papers == ("e-KTP",)
    assert "Kartu peserta (KPJ)" in context.lacking


def test_what_is_not_open_yet_says_why(library: Library, today: date) -> None:
    talk = Conversation(answers={"cek-hak": {"keadaan": "berhenti", "sebab_berhenti": "resign"}})
    context = context_of(Scene(library, today, talk), Opening.BUTTON)
    assert context.verdict.startswith("belum bisa dipastikan · belum diketahui: ")
    assert context.reason.endswith(".")
    waits = talk.told("cek-hak", {"tanggal_berhenti": "2026-11-10"}, {})
    told = context_of(Scene(library, today, waits), Opening.BUTTON)
    assert "boleh mulai" in told.verdict
    assert not told.reason


def test_what_officers_look_for_first_is_asked_for(library: Library) -> None:
    assert READS.keys() >= WEIGHTY


def test_what_is_told_in_the_queue_is_learned(library: Library, today: date) -> None:
    before = context_of(stuck(library, today), Opening.WORD, about="macet")
    scene = judged(library, today, aside=Aside(View.TOPIC, ("calo",)))
    after = learned(learned(before, scene), scene)
    assert (after.about, after.step) == (before.about, before.step)
    assert "Status nonaktif" in after.facts
    assert after.shown == (library.topics["calo"].title,)
    menu = Scene(library, today, Conversation(aside=Aside(View.MENU)))
    assert learned(before, menu).shown == ()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("apakah perlu npwp untuk klaim?", True),
        ("berapa lama", False),
        ("makasih banyak ya bu", False),
        ("bicara dengan petugas", False),
    ],
)
def test_only_questions_are_kept(library: Library, today: date, text: str, kept: bool) -> None:
    heard = library.ears.hear(text, today)
    talk = Conversation()
    for other in ("satu dua tiga empat",) * 2 if kept else ():
        talk = with_question(talk, library.ears.hear(other, today), talk)
    asked = with_question(talk, heard, talk).questions
    assert asked == (("satu dua tiga empat", text) if kept else ())


def test_the_context_outside_a_guide_may_be_empty(library: Library, today: date) -> None:
    context = context_of(Scene(library, today, Conversation()), Opening.WORD)
    assert context == CaseContext(opening=Opening.WORD)
    assert suggestion(context) is None


def test_a_topic_is_suggested(library: Library, today: date) -> None:
    talk = Conversation(aside=Aside(View.TOPIC, ("calo",)))
    context = context_of(Scene(library, today, talk), Opening.BUTTON)
    assert (context.topic, suggestion(context)) == ("calo", library.topics["calo"].title)


def test_what_the_bot_said_is_what_was_seen(library: Library, today: date) -> None:
    said = {}
    for shown in ((), (WHOLE,)):
        talk = Conversation(aside=Aside(View.TOPIC, ("klaim-biaya", *shown)))
        said[shown] = context_of(Scene(library, today, talk), Opening.BUTTON).bot_said[0]
    assert said[(WHOLE,)].startswith(said[()])
    assert len(said[(WHOLE,)]) > len(said[()])


@given(st.text(max_size=700))
def test_a_shortened_text_is_one_short_line(text: str) -> None:
    short = shortened(text)
    assert len(short) <= SHORT
    assert "\n" not in short


def seen_lines(card: Card) -> int:
    """How many lines a narrow phone (360 px) shows of a card whose quote is folded."""
    seen = re.sub(r"<blockquote expandable>.*?</blockquote>", "", card.text, flags=re.DOTALL)
    return sum(-(-len(line) // WIDE) for line in plain(Html.vouched(seen)).splitlines() if line)


WIDE = 33
"""Characters of one line in the bubbles of a group there (seen on the page of the sandbox)."""

RICH = CaseContext(
    guide="klaim-jmo", guide_title="Ajukan klaim di JMO", step_number=4, step_total=10,
    verdict="boleh · 100% · JMO",
    facts=("Umur 56 tahun ke atas", "Status nonaktif", "Saldo paling banyak 15 juta", "Satu kartu"),
    papers=("e-KTP", "Kartu Keluarga"), lacking=("Kartu peserta (KPJ)", "Buku tabungan"),
    trouble_label="Centang data abu-abu", about="Tiga centangnya tidak hijau semua, bagaimana?",
    bot_said=("Perbarui data dulu.",), typed=("Apakah perlu NPWP?",), shown=("Cek saldo",),
    earlier=Earlier(cases=2, reason=CloseReason.SOLVED, officer="Bu Sari", rating=4),
)  # fmt: skip


@pytest.mark.parametrize("state", list(State))
def test_a_card_is_read_without_scrolling(case: Case, voice: Voice, state: State) -> None:
    card = case_card(
        case.with_(context=RICH, state=state, officer_name="Bu Sari", closed_at=OPENED), voice
    )
    assert seen_lines(card) <= (12 if state is State.WAITING else 13)


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Satu dua. Tiga empat. Lima.", 21, "Satu dua. Tiga empat."),
        ("Satu dua\ntiga", 20, "Satu dua tiga"),
        ("Satu dua, tiga empat, lima enam", 22, "Satu dua, tiga empat"),
        ("Satu dua tiga empat", 12, "Satu dua…"),
    ],
)
def test_nothing_is_cut_in_the_middle(text: str, most: int, kept: str) -> None:
    assert whole_lines(text, most) == kept


def test_the_card_tells_an_officer_everything(case: Case, voice: Voice) -> None:
    text = plain(case_card(case.with_(context=RICH), voice).text)
    expected = [
        COLOURS[State.WAITING], case.code, case.trust_words, "Kantor Cabang Jember",
        RICH.about, RICH.verdict,
        *RICH.facts, "2/4", *RICH.lacking, "langkah 4/10", RICH.trouble_label,
        "Dulu 2×", "terjawab", "Bu Sari", "4/5", *RICH.bot_said, *RICH.typed, *RICH.shown,
    ]  # fmt: skip
    assert [part for part in expected if part not in text] == []
    assert text.count(RICH.about) == 1


def test_a_card_tells_moments(case: Case, voice: Voice) -> None:
    assert "Menunggu sejak 09.00 WIB, 23 Nov" in case_card(case, voice).text
    taken = case.with_(state=State.HELD, officer_name="Bu Sari", taken_at=OPENED)
    assert "<b>Bu Sari</b> sejak 09.00 WIB" in case_card(taken, voice).text


def test_a_card_is_never_too_long_for_telegram(case: Case, voice: Voice) -> None:
    context = CaseContext(
        guide="x", guide_title="M" * 30, step_number=9, step_total=9, verdict="V" * 120,
        reason="R" * 300, facts=("F" * 30,) * 20, lacking=("L" * 40,) * 8, trouble_label="K" * 30,
        about=shortened(LONG, MATTER), bot_said=(shortened(LONG, SAID),),
        typed=(whole_lines(LONG),) * 5, shown=("S" * 60,) * 6,
    )  # fmt: skip
    assert len(plain(case_card(case.with_(context=context), voice).text)) < 4096


def test_what_people_wrote_is_escaped(case: Case, voice: Voice) -> None:
    context = CaseContext(about="<b>&", typed=("<i>",), trouble_label="<u>")
    card = case_card(case.with_(context=context, officer_name="<s>", state=State.HELD), voice)
    assert not {"<b>&", "<i>•", "<u>", "<s>"} & set(card.text.split())
    assert "&lt;b&gt;&amp;" in card.text


@pytest.mark.parametrize(
    ("state", "may"),
    [
        (State.WAITING, {Staff.TAKE, Staff.TAKE_AND_GREET, Staff.MOVE, Staff.CLOSE}),
        (State.HELD, {Staff.RELEASE, Staff.MOVE, Staff.CLOSE, Staff.REPLIES}),
        (State.CLOSED, set()),
    ],
)
def test_the_buttons_fit_the_state(case: Case, voice: Voice, state: State, may: set[Staff]) -> None:
    card = case_card(case.with_(state=state), voice)
    assert verbs(card) == may
    assert card.text.startswith(COLOURS[state])


@pytest.mark.parametrize("state", list(State))
def test_the_topic_shows_colour_and_code(case: Case, library: Library, state: State) -> None:
    about = CaseContext(about=LONG)
    name = topic_name(case.with_(state=state, context=about), library)
    assert name.startswith(f"{COLOURS[state]} {case.code}")
    assert len(name) <= TOPIC_NAME


def test_every_reason_and_opening_has_its_text(case: Case, voice: Voice) -> None:
    for reason in CloseReason:
        done = case.with_(state=State.CLOSED, reason=reason, closed_at=OPENED)
        assert case_card(done, voice).text
    for opening in Opening:
        assert case_card(case.with_(context=CaseContext(opening=opening)), voice).text


ARGUMENTS = st.from_regex(r"[a-z0-9-]{1,30}", fullmatch=True)


@given(st.sampled_from(list(Staff)), st.integers(0, 10**12), ARGUMENTS)
def test_staff_buttons_are_read_back(verb: Staff, case_id: int, argument: str) -> None:
    tap = unpack(pack(StaffTap(verb, case_id, argument)))
    assert isinstance(tap, StaffTap)
    assert (tap.verb, tap.case_id) == (verb, case_id)
    assert tap.argument in {argument, ""}


@given(st.sampled_from(list(Participant)), st.integers(0, 10**12), ARGUMENTS)
def test_participant_buttons_are_read_back(verb: Participant, case_id: int, argument: str) -> None:
    tap = unpack(pack(CaseTap(verb, case_id, argument)))
    assert isinstance(tap, CaseTap)
    assert (tap.verb, tap.case_id) == (verb, case_id)


@pytest.mark.parametrize(
    "data",
    ["", "1:K", "1:K:ambil", "1:K:ambil:", "1:K:ambil:x", "1:K:ambil:-1", "1:K:ambil:1:2",
     "1:K:hancurkan:1", "2:K:ambil:1", "1:K:kirim:1", "1:K:kirim:1:", "1:K:kirim:1:a:b",
     "1:K:ambil:²", "1:K:ambil:9999999999999999"],
)  # fmt: skip
def test_forged_staff_data_is_nothing(data: str) -> None:
    assert unpack(data) is None


@given(st.text(max_size=64))
def test_any_data_is_read_or_refused(data: str) -> None:
    assert unpack(data) is None or data.startswith("1:")


def test_moving_offers_every_other_desk(case: Case, voice: Voice) -> None:
    held = case.with_(state=State.HELD, officer_id=7)
    taps = staff_taps(move_panel(held, voice, {7: "Siti", 8: "Budi"}).rows)
    assert {t.argument for t in taps if t.verb is Staff.TO_OFFICER} == {"8"}
    assert voice.library.offices.answering(case).id not in {
        t.argument for t in taps if t.verb is Staff.TO_OFFICE
    }


def test_closing_asks_for_a_reason(case: Case, voice: Voice) -> None:
    taps = staff_taps(close_panel(case, voice).rows)
    reasons = [CloseReason(tap.argument) for tap in taps if tap.verb is Staff.CLOSE_AS]
    assert reasons == list(OFFICER_REASONS)


def test_the_pages_hold_every_ready_answer_once(case: Case, voice: Voice) -> None:
    shown: list[str] = []
    page = 0
    while True:
        taps = staff_taps(replies_panel(case, voice, page).rows)
        shown += [tap.argument for tap in taps if tap.verb is Staff.REPLY]
        page = next(int(tap.argument) for tap in taps if tap.verb is Staff.REPLIES)
        if page * 8 >= len(voice.library.replies):
            break
    assert sorted(shown) == sorted(voice.library.replies)


def test_every_button_fits(case: Case, voice: Voice, library: Library) -> None:
    big = case.with_(id=10**9)
    cards = [
        case_card(big, voice),
        move_panel(big, voice, {2**52: "Siti"}),
        close_panel(big, voice),
        replies_panel(big, voice, 0),
        topics_panel(big, voice, sorted(library.topics)),
        preview_panel(big, voice, "x", Staff.SEND_TOPIC, max(library.topics, key=len)),
        held_panel(big, voice, 10**9, [Doubt("nik", "x")]),
    ]
    rows = [*(row for card in cards for row in card.rows), *rating_rows(big, voice)]
    assert [button.data for row in rows for button in row if not fits(button.data)] == []


def test_topics_no_longer_there_are_left_out(case: Case, voice: Voice) -> None:
    taps = staff_taps(topics_panel(case, voice, ["hilang", "calo"]).rows)
    assert [tap.argument for tap in taps] == ["calo"]
    assert topics_panel(case, voice, ["hilang"]).rows == ()


def test_every_doubt_has_a_reason_in_words(case: Case, voice: Voice) -> None:
    kinds = ["kode", "pin", "sandi", "nik", "kpj", "rekening", "ibu", "kartu", "hp", "uang",
             "jalur", "tautan", "nomor", "email"]  # fmt: skip
    panel = held_panel(case, voice, 3, [Doubt(kind, f"<{kind}>") for kind in kinds])
    assert [kind for kind in kinds if f"&lt;{kind}&gt;" not in panel.text] == []
    assert verbs(panel) == {Staff.PASS, Staff.DROP}


def test_a_message_full_of_doubts_is_held_with_a_panel_that_can_be_sent(
    case: Case, voice: Voice
) -> None:
    panel = held_panel(case, voice, 3, [Doubt("tautan", f"{n:060d}") for n in range(200)])
    assert len(panel.text) <= 4096


def test_a_trend_card_announces_its_trouble(voice: Voice) -> None:
    panel = trend_panel(Trend("jmo-perbaikan", 6, OPENED), voice)
    assert staff_taps(panel.rows) == [StaffTap(Staff.NOTICE_ON, 0, "jmo-perbaikan")]


def test_ready_answers_pass_the_guard_and_are_filled(case: Case, voice: Voice) -> None:
    assert len(voice.library.replies) >= 12
    for office in ("jember", "semarang-pemuda", NATIONAL):
        for reply in voice.library.replies.values():
            text = plain(filled_reply(reply, case.with_(office=office), voice, "Siti"))
            assert "{" not in text
            assert doubts(text, voice.library.guard, voice.library.official) == (), reply.id


def test_an_unknown_branch_is_no_place_to_go(case: Case, voice: Voice) -> None:
    reply = voice.library.replies["alamat-kantor"]
    text = filled_reply(reply, case.with_(office=NATIONAL), voice, "Siti")
    assert voice.library.offices.national.nama not in text


def test_an_open_desk_says_the_wait(case: Case, voice: Voice) -> None:
    text = opened_text(case, voice, OPENED, 3, Wait(10, 20))
    assert all(part in text for part in (case.code, case.trust_words, "10 sampai 20 menit"))


def test_too_little_data_is_admitted(case: Case, voice: Voice) -> None:
    assert queue_text(case, voice, OPENED, 3, None) == voice.say(
        "kasus_tempat_tanpa_data", tempat=3
    )


def test_a_wait_beyond_the_day_names_the_day(case: Case, voice: Voice) -> None:
    late = OPENED + timedelta(hours=5, minutes=50)
    text = queue_text(case, voice, late, 3, Wait(60, 90))
    assert "besok, Selasa, 24 November, pukul 09.20 WIB" in text


def test_a_closed_desk_says_when_in_the_zone_of_the_branch(case: Case, voice: Voice) -> None:
    """The national desk of Jakarta answers for Jayapura: 08.00 there is 10.00 here."""
    saturday = datetime(2026, 11, 21, 3, tzinfo=UTC)
    text = queue_text(case.with_(office="jayapura"), voice, saturday, 1, Wait(10, 20))
    assert "Senin, 23 November, pukul 10.00 WIT" in text
    assert "10 sampai 20 menit" not in text


@pytest.mark.parametrize(
    "why", ["libur", "cuti_bersama", "akhir_pekan", "istirahat", "jumat", "di_luar_jam"]
)
def test_every_reason_for_being_closed_is_said(voice: Voice, why: str) -> None:
    assert closed_text(Closed(why, "Natal"), voice)  # type: ignore[arg-type]
    assert closed_text(Closed("libur"), voice) != closed_text(Closed("libur", "Natal"), voice)


def test_what_is_due_is_said_to_both(case: Case, voice: Voice) -> None:
    current, told = case, []
    for minute in range(100):
        found = due(current, voice.library.offices, OPENED + timedelta(minutes=minute))
        if found is not None:
            note, tell = due_texts(
                found, current, 2, staff=voice, person=voice, called=mention(6, "<3 Sari")
            )
            assert case.code in note
            told.append(tell)
            current = found.case
    assert [tell for tell in told if tell] == [told[1]]
    assert told[0] is None
    assert "20 menit" in (told[1] or "")
