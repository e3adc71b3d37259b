"""Cek calo: what is suspect in an offer, what the official way costs, what to do afterwards."""

from __future__ import annotations

from typing import Final

from flows.answers import Answer
from flows.arguments import Args
from flows.aside import View
from flows.scene import Scene
from flows.screen import Button, Screen, in_pairs
from flows.texts.html import Html, lines, paragraphs
from flows.views.aside import back_to_step
from flows.views.evidence import evidence_button

REASONS: Final = "kenapa"
OFFICIAL_WAY: Final = "cara_resmi"
ALREADY_GIVEN: Final = "sudah_terlanjur"

KEEP_AWAY: Final = "jaga_jarak"
REPORT_FIRM: Final = "lapor_perusahaan"
STILL_NOT: Final = "walau_kenal"
"""Said of somebody who is vouched for."""
WHY: Final = "kenapa_jangan"
WHY_SECRET: Final = "kenapa_rahasia"
ADVICE: Final = (KEEP_AWAY, REPORT_FIRM, STILL_NOT, WHY, WHY_SECRET)
"""What is said before anything was lost."""
PROTECTION: Final = ("lindungi_bank", "lindungi_akun", "lindungi_lapor")
"""What protects somebody, one step at a time, in this order."""

TEXTS: Final = frozenset({REASONS, OFFICIAL_WAY, ALREADY_GIVEN, *ADVICE, *PROTECTION})
"""Texts of calo.yaml; those of a verdict are named in `flows.ears.swindles.calo`."""


def ask_offer_screen(scene: Scene) -> Screen:
    """Asks for the offer: forwarded, pasted or told."""
    return Screen(
        id="calo",
        text=scene.say("cek_calo_mulai"),
        choices=(
            scene.button("tombol_cara_resmi", View.CALO_OFFICIAL),
            scene.button("tombol_sudah_terlanjur", View.CALO_GIVEN),
            *back_to_step(scene, "tombol_kembali_langkah"),
        ),
        nav=(scene.foot(),),
    )


def verdict_screen(scene: Scene, outcome: str, flags: Args) -> Screen | None:
    """The verdict with the reason for each flag; `outcome` is the id of its text."""
    sheet = scene.library.calo
    if sheet is None or outcome not in sheet.texts:
        return None
    reasons = [
        Html("• <b>{}.</b> {}").format(flag.label, scene.inline(flag.reason))
        for flag in sheet.flags
        if flag.id in flags
    ]
    listed = [scene.inline(sheet.texts[REASONS]), *reasons] if reasons else []
    source = scene.voice.source(sheet.stands_on, below=sheet.texts[outcome])
    return Screen(
        id=f"calo/{outcome}",
        text=paragraphs(scene.inline(sheet.texts[outcome]), lines(*listed, source)),
        choices=(
            scene.button("tombol_cara_resmi", View.CALO_OFFICIAL),
            scene.button("tombol_sudah_terlanjur", View.CALO_GIVEN),
            *back_to_step(scene, "tombol_kembali_langkah"),
        ),
        nav=(
            *in_pairs(evidence_button(scene, sheet.stands_on, Answer.OFFER, outcome, *flags)),
            scene.foot(),
        ),
    )


def official_way_screen(scene: Scene) -> Screen | None:
    """What the official way is, and that it costs nothing."""
    return _text_screen(
        scene, scene.button("tombol_sudah_terlanjur", View.CALO_GIVEN), OFFICIAL_WAY
    )


def already_given_screen(scene: Scene, given: Args) -> Screen | None:
    """What to do when data, a code or money was handed over; `given` names what was told."""
    official = scene.button("tombol_cara_resmi", View.CALO_OFFICIAL)
    return _text_screen(scene, official, *(given or (ALREADY_GIVEN,)))


def protection_screen(scene: Scene, name: str) -> Screen | None:
    """One protective step, and the way to the one after it."""
    if name not in (*ADVICE, *PROTECTION):
        return None
    after = next_protection(name)
    if after == name:
        return _text_screen(scene, scene.button("tombol_petugas", View.OFFICER), name)
    return _text_screen(scene, scene.button("tombol_lalu", View.CALO_NEXT, after), name)


def next_protection(shown: str) -> str:
    """The step after the one shown; the last one stays. Who only keeps away has lost no money,
    and goes on with the account."""
    if shown == REPORT_FIRM:
        return shown
    if shown in (STILL_NOT, WHY):
        return KEEP_AWAY
    if shown == WHY_SECRET:
        return PROTECTION[0]
    at = PROTECTION.index(shown) if shown in PROTECTION else 0
    return PROTECTION[min(at + 1, len(PROTECTION) - 1)]


def _text_screen(scene: Scene, further: Button, *names: str) -> Screen | None:
    sheet = scene.library.calo
    if sheet is None or not set(names) <= set(sheet.texts):
        return None
    return Screen(
        id=f"calo/{names[0]}",
        text=paragraphs(*(scene.inline(sheet.texts[name]) for name in names)),
        choices=(further, *back_to_step(scene, "tombol_kembali_langkah")),
        nav=(scene.foot(),),
    )
