"""Age 56, which opens the whole balance whatever else is so."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from flows.rights.months import years_from
from flows.rights.ruling import Claim, Ruling, missing
from flows.texts.spoken import long_date

_A_DAY: Final = timedelta(days=1)


def at_retirement_age(claim: Claim) -> Ruling:
    """Age 56, working or not, without waiting: from the birthday on by the law (PP 46/2015 article
    22), from the day after by the head of a branch (NTB, 2023). The later day counts.
    """
    born = claim.facts.tanggal_lahir
    if born is None:
        return missing("tanggal_lahir")
    age = claim.words("usia_pensiun_jht")
    law = _birthday(born, claim)
    opens = law + _A_DAY
    if opens <= claim.today:
        said = f"Usia sudah {age}, jadi seluruh saldo boleh diambil tanpa masa tunggu"
        return Ruling("ya", said)
    said = (
        f"Usia {age} tercapai pada {long_date(law)}, dan ada kantor yang menghitung mulai sehari "
        f"sesudahnya, {long_date(opens)}"
    )
    return Ruling("nanti", said, "belum_usia", opens, law_opens=law)


def _birthday(born: date, claim: Claim) -> date:
    return years_from(born, claim.whole("usia_pensiun_jht"))
