"""Where a claim can be made, best way first, and what stands between it and JMO.

JMO is never promised: one known obstacle takes it off the list. Lapak Asik and the branch remain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from flows.rights.facts import Cause, Facts

Channel = Literal["jmo", "lapak_asik", "kantor"]

_ALL: Final[tuple[Channel, ...]] = ("jmo", "lapak_asik", "kantor")
_NOT_JMO: Final[tuple[Channel, ...]] = ("lapak_asik", "kantor")
_BRANCH: Final[tuple[Channel, ...]] = ("kantor",)

CHANNELS: Final[Mapping[Cause, tuple[Channel, ...]]] = {
    # The seven causes JMO lists (study of JMO at the Surabaya branch, 2024).
    "usia_56": _ALL,
    "pensiun_pkb": _ALL,
    "resign": _ALL,
    "phk": _ALL,
    "kontrak_habis": _ALL,
    "sebagian_10": _ALL,
    # JMO lists it too, but BPJS Ketenagakerjaan (2025) sends people to a branch first: the bank
    # needs the letter of entitlement that only a branch gives.
    "sebagian_30": _BRANCH,
    # On the official list of causes, not on JMO's.
    "bpu": _NOT_JMO,
    "pmi": _NOT_JMO,
    "tinggalkan_indonesia": _NOT_JMO,
    "cacat_total": _NOT_JMO,
    # Lapak Asik's list names heirs too; news of 2025 say heirs come in person. The surer way first.
    "meninggal": ("kantor", "lapak_asik"),
}
"""Cause → channels, best first."""

Obstacle = Literal[
    "tanpa_hp",
    "hanya_kantor",
    "tidak_di_jmo",
    "belum_ada_jmo",
    "masih_aktif",
    "aktif_di_usia_pensiun",
    "di_atas_batas",
    "kpj_lama",
    "ektp",
    "status_belum_tahu",
    "saldo_belum_tahu",
]

_NOT_KNOWN_YET: Final[frozenset[Obstacle]] = frozenset({"status_belum_tahu", "saldo_belum_tahu"})

_NO_BAR: Final[frozenset[Obstacle]] = frozenset({"aktif_di_usia_pensiun"})
"""What JMO may stumble over or not: it may be tried."""

WHY_NOT_JMO: Final[Mapping[Obstacle, str]] = {
    "tanpa_hp": "tanpa HP dan internet, kantor cabang yang membantu",
    "hanya_kantor": "pengajuan dimulai di kantor cabang",
    "tidak_di_jmo": "sebab ini tidak ada dalam daftar JMO",
    "belum_ada_jmo": "batas saldo JMO untuk hari itu belum tercatat, jadi tidak lewat JMO",
    "aktif_di_usia_pensiun": "status masih aktif boleh coba JMO dulu, menurut beberapa kepala "
    "cabang; ditolak JMO, lewat Lapak Asik atau kantor",
    "masih_aktif": "JMO meminta status nonaktif, jadi tidak lewat JMO",
    "di_atas_batas": "saldo di atas {batas}, jadi tidak lewat JMO",
    "kpj_lama": "kartu lama sering ditolak JMO, jadi tidak lewat JMO",
    "ektp": "KTP elektronik perlu dibuat dulu di Dukcapil",
    "status_belum_tahu": "lihat status dulu, karena JMO meminta status nonaktif",
    "saldo_belum_tahu": "lihat saldo dulu, karena JMO hanya untuk saldo sampai {batas}",
}
"""Why JMO is off the list, as the second half of a sentence; `{batas}` is JMO's limit."""


def _inactive(facts: Facts) -> bool | None:
    """Whether JMO's third tick (membership inactive) may be expected to be green.

    Who works is, or soon will be, active again. With an unknown status it follows from the work.
    """
    if facts.masih_bekerja:
        return False
    if facts.status_nonaktif is not None:
        return facts.status_nonaktif
    return None if facts.masih_bekerja is None else True


def obstacles(
    facts: Facts, cause: Cause, jmo_limit: int | None, *, may_try: bool = False
) -> tuple[Obstacle, ...]:
    """What takes JMO off the list, the most decisive first.

    `jmo_limit` in rupiah; None on a day of which none is on record: whether a claim is open does
    not hang on a channel. `may_try`: JMO may be tried with an active membership.
    """
    return tuple(_obstacles(facts, cause, jmo_limit, may_try=may_try))


def _obstacles(
    facts: Facts, cause: Cause, jmo_limit: int | None, *, may_try: bool
) -> Iterator[Obstacle]:
    listed = CHANNELS[cause]
    if listed == _BRANCH:
        yield "hanya_kantor"
        return
    if facts.punya_hp is False:
        yield "tanpa_hp"
    if "jmo" not in listed:
        yield "tidak_di_jmo"
        return
    if jmo_limit is None:
        yield "belum_ada_jmo"
        return
    yield from _at_jmo(facts, jmo_limit, may_try=may_try)


def _at_jmo(facts: Facts, jmo_limit: int, *, may_try: bool) -> Iterator[Obstacle]:
    """What JMO itself would stumble over."""
    inactive = _inactive(facts)
    if inactive is False:
        yield "aktif_di_usia_pensiun" if may_try else "masih_aktif"
    if facts.saldo is not None and facts.saldo > jmo_limit:
        yield "di_atas_batas"
    if facts.kpj_lama:
        yield "kpj_lama"
    if facts.ektp is False:
        yield "ektp"
    if inactive is None:
        yield "status_belum_tahu"
    if facts.saldo is None:
        yield "saldo_belum_tahu"


def most_decisive(found: tuple[Obstacle, ...]) -> Obstacle:
    """What to name as the reason: of what only may be in the way as the last."""
    return next((each for each in found if each not in _NO_BAR), found[0])


def channels(cause: Cause, found: tuple[Obstacle, ...]) -> tuple[Channel, ...]:
    """The channels left, best first."""
    if "tanpa_hp" in found:
        return _BRANCH
    listed = CHANNELS[cause]
    return tuple(channel for channel in listed if channel != "jmo" or not set(found) - _NO_BAR)


def unknown(facts: Facts, cause: Cause, found: tuple[Obstacle, ...]) -> tuple[str, ...]:
    """Facts still missing that could change the channels."""
    if CHANNELS[cause] == _BRANCH or facts.punya_hp is False:
        return ()
    missing = ["punya_hp"] if facts.punya_hp is None else []
    if not set(found) - _NOT_KNOWN_YET - _NO_BAR:
        wanted = ("status_nonaktif", "saldo", "kpj_lama")
        missing += [name for name in wanted if getattr(facts, name) is None]
    return tuple(missing)


DATA_DIFFER: Final = "data-beda"
"""The trouble of who has other data at BPJS Ketenagakerjaan than on the KTP."""

JOIN_CARDS: Final = "gabung-kpj"
RENEW_DATA: Final = "pengkinian-data"
"""Guides to walk before the claim."""


def first_steps(facts: Facts) -> tuple[str, ...]:
    """What to put in order before claiming: ids of the content, or `ektp` (Dukcapil)."""
    wanted = {
        "ektp": facts.ektp is False,
        DATA_DIFFER: facts.data_cocok is False,
        JOIN_CARDS: facts.beberapa_kpj is True,
        RENEW_DATA: facts.data_terkini is False,
    }
    return tuple(name for name, needed in wanted.items() if needed)
