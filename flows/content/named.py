"""Names of guides, steps, troubles and topics that the conversation looks up by themselves.

``bot.py check`` compares them with the content (`editorial.contract.code`), so that a renamed file
is reported before somebody in grief gets a list of topics.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

HURDLES: Final = frozenset({"login-jmo"})
"""Guides that are opened because their very matter does not go."""

HEIRS: Final = "klaim-ahli-waris"
"""The guide for whoever has lost the participant."""

RELATION: Final = "hubungan"
"""Its first question."""

RELATIONS: Final = frozenset({"pasangan", "anak", "keluarga", "bukan"})
"""What can be answered to it."""

DEVICE: Final = "hp"
"""The question of `cek-hak` about the phone: the helper's will do."""

PART_CLAIM: Final = "klaim-sebagian"
"""The guide for whoever claims a part."""

PURPOSE: Final = "sebab_bekerja"
"""The question of `cek-hak` what somebody at work wants."""

PURPOSES: Final = frozenset({PURPOSE, "keperluan", "guna_rumah"})
"""It, and those of the guide for a part, that ask what the money is for."""

ON_BEHALF: Final = "diwakilkan"
"""The topic for whoever claims for somebody else."""

OF_DEATH: Final = frozenset({"program-jkm", "waris-keluarga"})
"""Topics about a death that are answered themselves; the guide stands below them."""

MEMBERS: Final = "klaim-syarat-umum"
"""The topic who may claim what is theirs."""

PAPERS_OF_DEATH: Final = "surat-waris-tidak-ada"
"""The trouble that says where the papers of a death are made."""

EMPLOYER: Final = "perusahaan-hrd"
"""The topic for companies: who works there sends others to nobody."""

LIMIT: Final = "klaim-batas-saldo"
"""The topic that says up to which balance JMO will do."""

WAITING: Final = "klaim-masa-tunggu"
"""The topic that says how long after leaving work one may claim."""

ABOUT_US: Final = "tentang-bot"
"""The topic that says who answers here."""

TRACKING: Final = "lacak-klaim"
"""The guide for whoever waits for the money."""

NO_PHONE: Final = "tanpa-hp"
"""The guide for whoever cannot use a phone."""

HELPER: Final = "penolong"
"""Its question who would help."""

PAID: Final = "minta_upah"
"""The helper who wants to be paid for it."""

HELPERS: Final = frozenset({"keluarga", "kenalan", PAID})
"""What can be answered to it."""

FILED_BY: Final = "lewat_mana"
"""The first question of the guide for whoever waits: how the claim was filed."""

BY_OTHERS: Final = "orang"
"""Somebody else did it."""

WAYS_OF_FILING: Final = frozenset({"jmo", "lapak_asik", "kantor", BY_OTHERS})
"""What can be answered to it."""

FILED_WITH: Final[Mapping[str, str]] = {"jmo": "klaim-jmo", "lapak_asik": "klaim-lapak-asik"}
"""The ways of filing that have a guide of their own → the guide."""

PAID_TO: Final[Mapping[tuple[str, str], str]] = {
    (NO_PHONE, HELPER): PAID,
    (TRACKING, FILED_BY): BY_OTHERS,
}
"""Guide and step → what is answered by telling of somebody who was paid to help."""

NEEDS: Final[Mapping[str, str]] = {
    "baca": "bantuan-baca",
    "netra": "bantuan-netra",
    "tuli": "bantuan-tuli",
    "gerak": "bantuan-gerak",
}
"""What somebody cannot do well → the topic that is theirs. "Buta huruf" goes before "buta"."""

Matter = Literal["wajah", "akun"]
"""What was tried: the photo of the face; a code, a password, the way in."""

STOP: Final[Mapping[Matter, str]] = {"wajah": "wajah-terkunci", "akun": "akun-terblokir"}
"""What was tried → the trouble that says to stop."""

STUCK_AT: Final = ("login-gagal", "wajah-gagal", "otp-tidak-masuk")
"""The troubles that are offered to whoever says only that something fails."""

USUAL: Final[Mapping[Matter, str]] = {"wajah": "wajah-gagal", "akun": "login-gagal"}
"""What fails → the trouble for who has not tried it often."""

CODE_MISSING: Final = "otp-tidak-masuk"
"""The same where it is the code."""

CODES: Final = frozenset({"otp", "kode"})

STUCK_ABOUT: Final = ("klaim-ditolak", "jmo-error")
"""The topics offered with them."""

TRIED_TOPICS: Final[Mapping[str, Matter]] = {
    "jmo-biometrik-gagal": "wajah",
    "jmo-otp": "akun",
    "jmo-login-gagal": "akun",
    "jmo-lupa-password": "akun",
}
"""A topic that is shown → what is being tried there."""

TRIED: Final[Mapping[str, Matter]] = {
    "wajah-gagal": "wajah",
    "wajah-terkunci": "wajah",
    "otp-salah": "akun",
    "otp-tidak-masuk": "akun",
    "login-gagal": "akun",
    "akun-terblokir": "akun",
}
"""A trouble that is shown or on offer → what is being tried there."""
