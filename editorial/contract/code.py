"""What code looks up in the content, gathered from the tables beside its readers.

`READERS` is the visible list; `editorial.check.code.contract` compares it with the files, both
ways.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal, Protocol

from editorial.contract.messages import MESSAGES, SAID_BACK
from flows.content import named
from flows.content.numbers import Unit
from flows.content.offices import NATIONAL
from flows.desk.replies import GREETING
from flows.ears import PARTS
from flows.ears.facts import doubtful
from flows.ears.facts import in_text as free_text
from flows.ears.swindles import calo as offers
from flows.ears.topics.confidence import NEIGHBOUR
from flows.rights import cek_hak
from flows.rights.causes import STANDS_ON
from flows.rights.channels import DATA_DIFFER, JOIN_CARDS, RENEW_DATA
from flows.rights.papers import KNOWN
from flows.rights.rules import RULES
from flows.rights.standing import TAX_AFTER_PART
from flows.views import calo as offer_views
from flows.views import papers as paper_views

Kind = Literal[
    "panduan",
    "langkah",
    "pilihan",
    "kendala",
    "topik",
    "dokumen",
    "balasan",
    "angka",
    "kantor",
    "pesan",
    "kata",
    "tanda",
    "kalimat",
    "pernyataan",
]
"""What a name is the name of, as editors call it."""


class ReadsAnswers(Protocol):
    """A named condition of `flows.rights.rules`."""

    @property
    def reads(self) -> Collection[str]:
        """The ids of the steps whose answers it looks at."""
        ...


@dataclass(frozen=True)
class Reader:
    """A piece of code: what it does, as an editor would say it, and its file for a programmer."""

    does: str
    file: str

    def __str__(self) -> str:
        return f"{self.does} ({self.file})"


@dataclass(frozen=True)
class Reads:
    """The names of one kind that a reader looks up.

    `inside`: the guide of a step; guide and step of an option; the part of words.yaml. `whole`:
    the reader has to know every name the content has there. `forms`: name → the unit of a number,
    or how a step is answered; where none is given, any will do.
    """

    reader: Reader
    kind: Kind
    names: frozenset[str]
    inside: tuple[str, ...] = ()
    whole: bool = False
    forms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Code:
    """`rules` by name; `reads`: what is looked up. `told`: the guide whose answers free texts tell.
    `promises`: a number that people are told → what the bot keeps to: a key of offices.yaml (below
    `meja`), or the value a programmer has set in `TIDY`.
    """

    rules: Mapping[str, ReadsAnswers]
    reads: tuple[Reads, ...] = ()
    promises: Mapping[str, str | int] = field(default_factory=dict)
    told: str = ""

    def names(self, kind: Kind) -> frozenset[str]:
        """Every name of a kind that some code looks up."""
        return frozenset().union(*(each.names for each in self.reads if each.kind == kind))


NUMBERS: Final[Mapping[str, Unit]] = {
    "usia_pensiun_jht": "tahun",
    "masa_tunggu": "bulan",
    "berhenti_lama": "bulan",
    "jmo_batas_saldo": "rupiah",
    "batas_npwp": "rupiah",
    "sebagian_masa_kepesertaan": "tahun",
    "sebagian_persen_pensiun": "persen",
    "sebagian_persen_rumah": "persen",
}
"""What eligibility, the guide `cek-hak` and the sample answers reckon with."""

TIDY: Final = "loops/tidy.py"
PROMISES: Final[Mapping[str, str | int]] = {
    "simpan_obrolan": "simpan_hari",
    "simpan_pertanyaan": 90,
    "simpan_jawaban": 180,
}
"""What /privasi promises, in days; a test compares the numbers here with `TIDY`."""

ELIGIBILITY: Final = Reader("penghitung hak klaim", "flows/rights/cek_hak.py")
EARLIER_PART: Final = Reader("hasil bagi yang pernah ambil sebagian", "flows/rights/standing.py")
CLAIM_PAPERS: Final = Reader("daftar surat tiap klaim", "flows/rights/papers.py")
FIRST_STEPS: Final = Reader("saran sebelum klaim", "flows/rights/channels.py")
RECKONING: Final = Reader("hitungan bot", "flows/rights/leaving.py")
TICK_LIST: Final = Reader("daftar centang surat", "flows/views/papers.py")
FREE_TEXT: Final = Reader("pendengar cerita peserta", "flows/ears/facts/in_text.py")
SEARCH: Final = Reader("pencari jawaban", "flows/ears/topics/confidence.py")
WORDS: Final = Reader("pendengar bot", "flows/ears/__init__.py")
WORD_READERS: Final[Mapping[str, Reader]] = {
    "nada": Reader("pendengar nada", "flows/ears/manner/mood.py"),
    "perintah": Reader("pendengar perintah", "flows/ears/commands.py"),
    "ralat": Reader("pembetul jawaban", "flows/ears/correcting.py"),
    "jawaban": Reader("pembaca jawaban", "flows/language/choices.py"),
    "setuju": Reader("pembaca jawaban", "flows/language/choices.py"),
    "pilihan": Reader("pembaca jawaban", "flows/ears/options/signed.py"),
    "tutur": Reader("pembaca jawaban", "flows/ears/options/retelling.py"),
    "jenis": Reader("pembaca jawaban", "flows/ears/options/alike.py"),
    "ukuran": Reader("pembaca hitungan", "flows/language/counts/quantities.py"),
    "dua_arti": Reader("pendengar kata dua arti", "flows/ears/facts/doubtful.py"),
    "tentang": Reader("pembeda siapa yang diceritakan", "flows/language/people/whose.py"),
    "atas_nama": Reader("pembaca untuk siapa", "flows/language/people/holder.py"),
    "kekerabatan": Reader("pembaca hubungan keluarga", "flows/language/people/kinship.py"),
    "ralat_nilai": Reader("pembetul nilai dalam kalimat", "flows/language/mending.py"),
    "waktu": Reader("pembaca tanggal", "flows/language/days/time_words.py"),
    "hari_raya": Reader("pembaca tanggal", "flows/language/days/time_words.py"),
    "uang": Reader("pembaca uang", "flows/language/amounts/money.py"),
    "tanya": Reader("pengenal pertanyaan", "flows/language/asking.py"),
    "tanda": Reader("pendengar cerita peserta", "flows/ears/facts/in_text.py"),
    "penjaga": Reader("penjaga pesan petugas", "flows/guard/vocabulary.py"),
    "terlanjur": Reader("pemeriksa tawaran calo", "flows/ears/swindles/given.py"),
    "sewajarnya": Reader("pemeriksa tawaran calo", "flows/ears/swindles/proper.py"),
    "siasat": Reader("pemeriksa tawaran calo", "flows/ears/swindles/tricks.py"),
    "tipuan": Reader("pemeriksa tawaran calo", "flows/ears/swindles/swindle.py"),
    "tuntutan": Reader("pembaca tuntutan uang dan rahasia", "flows/ears/swindles/demands.py"),
    "berulang": Reader("penghitung percobaan", "flows/ears/repeated.py"),
    "datang_lagi": Reader("pendengar yang datang lagi", "flows/ears/returning.py"),
    "cari_orang": Reader("pendengar yang mencari petugas", "flows/ears/manner/officer.py"),
    "macet": Reader("pendengar keluhan gagal", "flows/ears/manner/failing.py"),
    "pamit": Reader("pendengar terima kasih", "flows/ears/manner/thanks.py"),
    "tentang_kami": Reader("pendengar soal bot", "flows/ears/manner/curious.py"),
    "tahan": Reader("pendengar yang minta ditunggu", "flows/ears/manner/holding_on.py"),
    "antre": Reader("pendengar yang menanyakan antrean", "flows/ears/manner/queueing.py"),
    "lalu": Reader("pendengar kelanjutan", "flows/ears/manner/onward.py"),
    "bukan_sebab": Reader("pendengar sebab yang dicoret", "flows/ears/manner/ruled_out.py"),
    "belum_fakta": Reader("pendengar yang belum terjadi", "flows/ears/manner/unsettled.py"),
    "sandaran": Reader("pendengar tanya yang bersandar", "flows/ears/manner/leaning.py"),
    "keterangan": Reader("pembaca keterangan foto", "flows/ears/manner/caption.py"),
    "kebutuhan": Reader("pendengar kebutuhan khusus", "flows/ears/manner/needs.py"),
    "menanti": Reader("pendengar keluhan menunggu", "flows/ears/awaiting.py"),
    "duka": Reader("pendengar kabar duka", "flows/ears/grief.py"),
    "percaya": Reader("pendengar soal percaya", "flows/ears/swindles/trust.py"),
}
"""Part of words.yaml → who reads its groups."""

OFFERS: Final = Reader("pemeriksa tawaran calo", "flows/ears/swindles/calo.py")
OFFER_VIEWS: Final = Reader("layar cek calo", "flows/views/calo.py")
WARNED: Final = Reader("penjaga dari calo", "flows/talk/care/offers.py")
NEEDING: Final = Reader("penjawab kebutuhan khusus", "flows/talk/care/feelings.py")
CHOOSING: Final = Reader("pemilih jawaban", "flows/talk/answering/options.py")
FEELINGS: Final = Reader("penjawab salam dan keluhan", "flows/talk/care/feelings.py")
RESULTS: Final = Reader("pertanyaan tentang hasil klaim", "flows/views/result.py")
LEANING: Final = Reader("penjawab yang bersandar", "flows/talk/asking/leaning.py")
STOPPING: Final = Reader("penahan percobaan berulang", "flows/talk/care/repeated.py")
OFFERS_TOLD: Final = Reader("penjawab tawaran calo", "flows/talk/care/offers.py")
MOURNING: Final = Reader("penjawab kabar duka", "flows/talk/care/grief.py")
BEHALF: Final = Reader("penjawab yang bertanya untuk orang lain", "flows/talk/care/behalf.py")
GREETER: Final = Reader("tombol yang menyapa peserta", "flows/desk/replies.py")
DESK: Final = Reader("meja petugas", "flows/offices.py")
TEXTS: Final = Reader("daftar kalimat bot", "editorial/contract/messages.py")


def _reads() -> Iterator[Reads]:
    yield from _eligibility()
    yield from _free_text()
    yield from _tick_list()
    yield Reads(CLAIM_PAPERS, "dokumen", KNOWN, whole=True)
    yield Reads(GREETER, "balasan", frozenset({GREETING}))
    yield Reads(FIRST_STEPS, "panduan", frozenset({JOIN_CARDS, RENEW_DATA}))
    yield Reads(FIRST_STEPS, "kendala", frozenset({DATA_DIFFER}))
    yield Reads(RECKONING, "angka", frozenset(NUMBERS), forms=NUMBERS)
    yield Reads(SEARCH, "topik", frozenset({NEIGHBOUR}))
    yield from _words()
    yield Reads(OFFERS, "tanda", offers.FLAGS)
    yield Reads(OFFER_VIEWS, "kalimat", offers.TEXTS | offer_views.TEXTS, whole=True)
    yield Reads(NEEDING, "topik", frozenset(named.NEEDS.values()))
    yield Reads(STOPPING, "kendala", frozenset(named.STUCK_AT))
    yield Reads(STOPPING, "topik", frozenset({*named.STUCK_ABOUT, *named.TRIED_TOPICS}))
    yield Reads(WARNED, "panduan", frozenset({named.NO_PHONE}))
    yield Reads(WARNED, "langkah", frozenset({named.HELPER}), (named.NO_PHONE,))
    helper = (named.NO_PHONE, named.HELPER)
    yield Reads(WARNED, "pilihan", named.HELPERS, helper, whole=True)
    yield from _filing()
    yield Reads(FEELINGS, "panduan", frozenset({named.TRACKING}))
    yield Reads(CHOOSING, "panduan", named.HURDLES)
    yield Reads(STOPPING, "kendala", frozenset({*named.STOP.values(), *named.TRIED}))
    relation = (named.HEIRS, named.RELATION)
    yield Reads(MOURNING, "panduan", frozenset({named.HEIRS}))
    yield Reads(MOURNING, "langkah", frozenset({named.RELATION}), (named.HEIRS,))
    yield Reads(MOURNING, "pilihan", named.RELATIONS, relation, whole=True)
    yield Reads(MOURNING, "topik", named.OF_DEATH | {named.MEMBERS, named.HEIRS})
    yield Reads(FEELINGS, "topik", frozenset({named.ABOUT_US}))
    yield Reads(LEANING, "topik", frozenset({named.LIMIT, named.WAITING}))
    yield Reads(OFFERS_TOLD, "topik", frozenset({named.EMPLOYER}))
    yield Reads(MOURNING, "kendala", frozenset({named.PAPERS_OF_DEATH}))
    yield Reads(BEHALF, "topik", frozenset({named.ON_BEHALF}))
    yield Reads(BEHALF, "panduan", frozenset({named.PART_CLAIM}))
    yield Reads(BEHALF, "langkah", frozenset({named.DEVICE}), (cek_hak.GUIDE,))
    yield Reads(BEHALF, "langkah", named.PURPOSES - {named.PURPOSE}, (named.PART_CLAIM,))
    yield Reads(BEHALF, "langkah", frozenset({named.PURPOSE}), (cek_hak.GUIDE,))
    yield Reads(DESK, "kantor", frozenset({NATIONAL}))
    yield Reads(TEXTS, "pesan", frozenset(MESSAGES) - {SAID_BACK}, whole=True)


def _filing() -> Iterator[Reads]:
    filed = (named.TRACKING, named.FILED_BY)
    yield Reads(WARNED, "langkah", frozenset({named.FILED_BY}), (named.TRACKING,))
    yield Reads(WARNED, "pilihan", named.WAYS_OF_FILING, filed, whole=True)
    yield Reads(RESULTS, "panduan", frozenset({named.TRACKING, *named.FILED_WITH.values()}))


def _words() -> Iterator[Reads]:
    yield Reads(WORDS, "kata", frozenset(part.name for part in PARTS), whole=True)
    for part in PARTS:
        groups = frozenset((*part.groups, *part.tables))
        if groups:
            reader = WORD_READERS[part.name]
            yield Reads(reader, "kata", groups, (part.name,), whole=not part.more)


def _eligibility() -> Iterator[Reads]:
    yield Reads(ELIGIBILITY, "pernyataan", frozenset().union(*STANDS_ON.values()))
    yield Reads(EARLIER_PART, "pernyataan", frozenset({TAX_AFTER_PART}))
    forms = {step: question.answer for step, question in cek_hak.READS.items()}
    yield Reads(ELIGIBILITY, "panduan", frozenset({cek_hak.GUIDE}))
    yield Reads(ELIGIBILITY, "langkah", frozenset(forms), (cek_hak.GUIDE,), forms=forms)
    for step, question in cek_hak.READS.items():
        inside = (cek_hak.GUIDE, step)
        yield Reads(ELIGIBILITY, "pilihan", frozenset(question.options), inside, whole=True)


def _free_text() -> Iterator[Reads]:
    yield Reads(FREE_TEXT, "langkah", free_text.STEPS, (cek_hak.GUIDE,))
    for step, option in sorted(free_text.OPTIONS | doubtful.OPTIONS):
        yield Reads(FREE_TEXT, "pilihan", frozenset({option}), (cek_hak.GUIDE, step))
    told = free_text.LEFT[0]
    yield Reads(FREE_TEXT, "kata", frozenset({told, *free_text.IMPLIED}), ("fakta",))
    options = frozenset(option for step, option in free_text.OPTIONS if step == told)
    yield Reads(FREE_TEXT, "kata", options, ("fakta", told))


def _tick_list() -> Iterator[Reads]:
    guide, step = paper_views.PURPOSE
    options = frozenset(paper_views.CAUSE_OF_PURPOSE)
    yield Reads(TICK_LIST, "panduan", frozenset({guide, *paper_views.CAUSE_OF_GUIDE}))
    yield Reads(TICK_LIST, "langkah", frozenset({step}), (guide,))
    yield Reads(TICK_LIST, "pilihan", options, (guide, step), whole=True)


READERS: Final = tuple(_reads())
"""Everything code looks up, in the order in which it is reported."""


@cache
def our_code() -> Code:
    """What the bot itself asks for."""
    return Code(RULES, READERS, PROMISES, cek_hak.GUIDE)
