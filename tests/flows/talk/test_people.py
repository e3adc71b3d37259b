"""Who is talking: people whom the usual way does not fit, and people who ask for somebody else."""

from __future__ import annotations

import pytest

from flows.library import Library
from tests.flows.talk.conftest import At

PEOPLE = [
    ("saya tuli sejak lahir, tidak bisa menelepon", "bantuan-tuli"),
    ("pendengaran saya kurang, wawancaranya bagaimana", "bantuan-tuli"),
    ("saya tunanetra, bagaimana foto wajahnya", "bantuan-netra"),
    ("bapak duduk di kursi roda", "bantuan-gerak"),
    ("tangan ibu gemetar terus waktu foto", "bantuan-gerak"),
    ("orang tua saya buta huruf, mau klaim", "bantuan-baca"),
    ("saya hrd pabrik, mau menonaktifkan 30 karyawan", "perusahaan-hrd"),
    ("kami perusahaan, klaim kolektif bisa?", "perusahaan-hrd"),
    ("saya mengurus jht untuk ibu saya yang sepuh", "diwakilkan"),
    ("pakai surat kuasa boleh tidak", "diwakilkan"),
    ("saya tkw di taiwan, jht lama bisa diambil?", "klaim-pmi"),
    ("suami ditahan di rutan, jht nya bagaimana", "keluarga-tahanan"),
]

WRITTEN = ("**Petugas**", "e-mail", "E-mail", "pendamping", "Pendamping", "ajak anak")


@pytest.mark.parametrize(("text", "topic"), PEOPLE)
def test_each_has_a_door_of_their_own(at: At, text: str, topic: str) -> None:
    assert at().say(text).split("?")[0] == f"topic/{topic}"


@pytest.mark.parametrize(
    "text", ["kartu digital di jmo gak muncul", "menu klaimnya tidak kelihatan di hp saya"]
)
def test_what_does_not_show_is_no_blindness(at: At, text: str) -> None:
    assert "bantuan" not in at().say(text)


@pytest.mark.parametrize("topic", sorted({topic for _, topic in PEOPLE if "bantuan" in topic}))
def test_nobody_is_left_with_the_telephone_alone(library: Library, topic: str) -> None:
    first = library.topics[topic].body.partition("Selengkapnya")[0]
    assert any(way in first for way in WRITTEN)


def test_the_officers_door_has_a_written_way(at: At) -> None:
    chat = at()
    chat.say("petugas")
    assert "care@" in chat.screen.text
