"""One text is heard once: counted at the real readers, at steps of every kind and in the menu."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from flows.aside import Aside, View
from flows.conversation import Conversation
from flows.ears.calo import CaloCheck
from flows.ears.commands import Commands
from flows.ears.facts_in_text import FactFinder
from flows.ears.mood import Moods
from flows.ears.recognise import Recogniser
from flows.ears.search import Search
from flows.events import Wrote
from flows.language.asking import Asking
from flows.language.choices import Choices
from flows.language.dates import Dates
from flows.language.money import Money
from flows.language.normalise import Normaliser
from flows.language.understanding import fold
from flows.library import Library
from flows.mask import mask_text
from flows.talk import reply

READERS = (
    (Moods, "of"),
    (Search, "ask"),
    (Asking, "is_question"),
    (Normaliser, "spelled"),
    (Normaliser, "stemmed"),
    (Commands, "of"),
    (Recogniser, "rank"),
    (FactFinder, "facts"),
    (CaloCheck, "check"),
    (Choices, "read"),
    (Dates, "read"),
    (Money, "read"),
)
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
DATED = {**LEFT, "tanggal_berhenti": "2026-08-01", "status": "nonaktif", "hp": "ya"}
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
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, object]]:
    """How often each reader was given the same thing, and each text folded, since the last
    `clear`."""
    counted: Counter[tuple[str, object]] = Counter()

    def counting(name: str, at: int, real: Callable[..., object]) -> Callable[..., object]:
        def reader(*args: object) -> object:
            counted[name, args[at]] += 1
            return real(*args)

        return reader

    for owner, method in READERS:
        name = f"{owner.__name__}.{method}"
        monkeypatch.setattr(owner, method, counting(name, 1, getattr(owner, method)))
    for module in [m for name, m in sys.modules.items() if name.startswith("flows.")]:
        if getattr(module, "fold", None) is fold:
            monkeypatch.setattr(module, "fold", counting("fold", 0, fold))
    return counted


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("forwarded", [False, True])
def test_a_text_is_heard_once(
    library: Library,
    today: date,
    calls: Counter[tuple[str, object]],
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
        assert 1 <= folds <= 2, typed
        often = {call: times for call, times in calls.items() if times > 1}
        assert often == {}, typed


def test_a_label_is_read_once(
    library: Library, today: date, calls: Counter[tuple[str, object]]
) -> None:
    anew = replace(library)
    assert anew.ears is not library.ears
    calls.clear()
    for place in PLACES.values():
        for text in TEXTS:
            reply(place, Wrote(text), anew, today)
    read = {text: times for (reader, text), times in calls.items() if reader == "fold"}
    labels = read.keys() - set(TEXTS)
    assert len(labels) > 50
    assert {text: read[text] for text in labels if read[text] > 1} == {}
