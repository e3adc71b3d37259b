"""One text is heard once: counted at the real readers, at steps of every kind and in the menu."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flows.aside import Aside, View
from flows.conversation import Conversation
from flows.ears.pieces import MOST_PARTS
from flows.events import Wrote
from flows.language.understanding import fold
from flows.library import Library
from flows.mask import mask_text
from flows.talk import reply
from tests.readers import Calls, counted

TEXTS = (
    "ya", "blm", "2", "nomer dua", "yang terakhir", "0", "9", "menu", "balik lagi dong", "petugas",
    "mau ngomong sama orang", "ga tau", "maksudnya apa", "belum muncul", "resign", "kena phk",
    "kmrn", "2 bulan lalu", "15 agustus 2025", "besok", "bulan lalu atau agustus", "12,5 jt",
    "sekitar dua belas juta", "kosong", "resign 2 bulan lalu, saldo 12 jt, masih ada HP",
    "umur saya 57 tahun", "bgmn cara masak rendang", "berapa lama cair min", "kok gbs klem di apk",
    "pengajuan klaim JHT Anda tidak dapat dilanjutkan", "kode 040", "halo min", "makasih banyak",
    "capek bgt ga ada solusi", "saya kecewa dipersulit terus, kapan cair?", "bukan itu", "🙏",
    "???",
    "how can I claim my money after I resign", "bisa bantu cairkan JHT, fee 10%, hub 081234567890",
    "udah transfer dp 500rb ke orangnya", "nik saya 3201014107900001 kok klaim saya ditolak ya",
    "saya mau mati saja", "kalau resign apakah bisa langsung klaim " * 40,
)  # fmt: skip
LEFT = {"keadaan": "berhenti", "sebab_berhenti": "resign", "kerja_lagi": "tidak"}
DATED = {
    **LEFT,
    "tanggal_berhenti": "2026-08-01",
    "status": "nonaktif",
    "pernah_sebagian": "belum",
    "hp": "ya",
}
PLACES = {
    "menu": Conversation(),
    "keadaan": Conversation(guide="cek-hak"),
    "tanggal_berhenti": Conversation(guide="cek-hak", answers={"cek-hak": LEFT}),
    "saldo": Conversation(guide="cek-hak", answers={"cek-hak": DATED}),
    "jmo": Conversation(guide="klaim-jmo"),
    "topic": Conversation(guide="cek-hak", aside=Aside(View.TOPIC, ("klaim-biaya",))),
    "offer": Conversation(aside=Aside(View.CALO)),
}


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    return counted(monkeypatch)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("forwarded", [False, True])
def test_a_text_is_heard_once(
    library: Library,
    today: date,
    calls: Calls,
    place: str,
    forwarded: bool,
) -> None:
    for typed in TEXTS:
        masked = mask_text(typed)
        event = Wrote(masked.text, masked.kinds, forwarded, message_id=1)
        # The labels of what is shown are read once per content and day.
        reply(PLACES[place], event, library, today)
        calls.clear()
        reply(PLACES[place], event, library, today)
        folds = sum(times for (reader, _), times in calls.items() if reader == "fold")
        # Its parts between commas may be read by themselves, each once.
        assert 1 <= folds <= 2 + MOST_PARTS, typed
        # What is asked for next may have been read as a clause with facts in it.
        matters = library.ears.asking.matters(fold(masked.text))
        often = {call: n for call, n in calls.items() if n > 1 and call[1] not in matters}
        assert often == {}, typed


def test_a_label_is_read_once(library: Library, today: date, calls: Calls) -> None:
    anew = replace(library)
    assert anew.ears is not library.ears
    calls.clear()
    for place in PLACES.values():
        for text in TEXTS:
            reply(place, Wrote(text), anew, today)
    read = {text: times for (reader, text), times in calls.items() if reader == "fold"}
    asking = anew.ears.asking
    matters = {each for text in TEXTS for each in asking.matters(fold(text))}
    parts = {text for text in read if any(text.lower() in typed.lower() for typed in TEXTS)}
    labels = read.keys() - parts - matters
    assert len(labels) > 50
    assert {text: read[text] for text in labels if read[text] > 1} == {}
