"""Days as people say them, on several days of the calendar, written before the readers were made.

A line is what somebody says and what it means: a day, ``from..to`` (vague: marked approximate, the
day that is worked with inside it), ``~day`` (that day, marked approximate) or ``?`` (asked
about, whatever follows from it).
"""

from __future__ import annotations

from datetime import date

import pytest

from flows.language.dates import Tense
from flows.language.understanding import Understood
from flows.library import Library

SAID = """
# 2026-01-03 past
desember kemarin | 2025-12-01..2025-12-31
akhir tahun kemarin | 2025-12-01..2025-12-31
akhir taun | 2025-12-01..2025-12-31
tgl 31 | ~2025-12-31
31 des | 2025-12-31
31 Desember 2025 | 2025-12-31
pas taun baru | ~2026-01-01
sebelum tahun baru | 2025-12-15..2025-12-31
abis natal | 2025-12-26..2026-01-03
natal kemaren | ~2025-12-25
bulan lalu tgl 15 | 2025-12-15
kemarin lusa | 2026-01-01
senin kemarin | ~2025-12-29
november 25 | 2025-11-01..2025-11-30
oktober | 2025-10-01..2025-10-31
udah mau sebulan | 2025-12-04..2025-12-20
lebaran kemarin | ~2025-03-31..2025-04-02
lebaran tahun lalu | 2025-03-30..2025-04-08
1 januari | 2026-01-01
januari | 2026-01-01..2026-01-03
5 januari | 2025-01-05
awal bulan | 2026-01-01..2026-01-03
bukan desember | ?
2 minggu lalu | ~2025-12-20
sudah setahun lebih | 2024-01-04..2025-01-02
baru minggu kemaren | 2025-12-22..2025-12-28
dua tahun yg lalu | ~2024-01-03
gak inget persis, kayaknya sekitar oktober | 2025-10-01..2025-10-31
wes rong sasi | ~2025-11-03
# 2026-02-28 past
tgl 28 bulan kemarin | 2026-01-28
tanggal 30 bulan lalu | 2026-01-30
tgl 31 januari kemarin | 2026-01-31
akhir januari | 2026-01-21..2026-01-31
akhir bulan ini | 2026-02-21..2026-02-28
hari ini terakhir pak | 2026-02-28
29 februari | 2024-02-29
imlek kemarin | ~2026-02-17
habis imlek | 2026-02-18..2026-02-28
awal puasa kemarin | 2026-02-17..2026-02-28
jumat kemarin | ~2026-02-27
jum'at tgl 20 pebruari | 2026-02-20
sabtu, 14 februari 2026 | 2026-02-14
senin 14 februari 2026 | ?
dua belas februari dua ribu dua puluh enam | 2026-02-12
tujuh belas agustus dua ribu dua puluh lima | 2025-08-17
sebulan yang lalu | ~2026-01-28
wulan wingi tanggal 10 | 2026-01-10
sasi wingi | 2026-01-01..2026-01-31
bulan kamari | 2026-01-01..2026-01-31
minggu kamari | 2026-02-16..2026-02-22
taun kapengker | 2025-01-01..2025-12-31
kira2 pertengahan januari | 2026-01-11..2026-01-20
12/2/26 | 2026-02-12
12.02.2026 | 2026-02-12
2/2026 | 2026-02-01..2026-02-28
31 februari | ?
15 agustus 2O25 | ?
15 agustus 205 | ?
agustus atau september 2025 | 2025-08-01..2025-09-30
2-3 bulan yang lalu | 2025-11-01..2025-12-28
# 2026-02-28 future
akhir bulan depan | 2026-03-21..2026-03-31
abis lebaran | 2026-03-21..2026-04-21
sebelum lebaran | 2026-03-01..2026-03-21
1 maret | 2026-03-01
15 januari | 2027-01-15
februari | 2026-02-28..2026-02-28
minggu depan | 2026-03-02..2026-03-08
sebulan lagi | ~2026-03-28
besok | 2026-03-01
lusa | 2026-03-02
tgl 5 | ~2026-03-05
pas 17an | ~2026-08-17
# 2028-02-29 past
tgl 29 | ~2028-02-29
setahun lalu | ~2027-02-28
tanggal 29 bulan kemarin | 2028-01-29
bulan lalu | 2028-01-01..2028-01-31
awal tahun ini | 2028-01-01..2028-02-29
kemarin | 2028-02-28
3 tahun lalu | ~2025-02-28
desember | 2027-12-01..2027-12-31
15 maret | 2027-03-15
agustus tahun lalu | 2027-08-01..2027-08-31
tahun lalu bulan agustus tgl 5 | 2027-08-05
agustus 2 tahun lalu | 2026-08-01..2026-08-31
tahun 2020 | 2020-01-01..2020-12-31
2019 akhir | 2019-09-01..2019-12-31
pertengahan 2021 | 2021-05-01..2021-08-31
tahun dua ribu lima belas | 2015-01-01..2015-12-31
lebaran 2024 | 2024-04-09..2024-04-12
idul adha tahun lalu | 2027-05-15..2027-05-18
lebaran haji kemarin | 2027-05-15..2027-05-18
seminggu sebelum natal | ~2027-12-18
3 hari setelah tahun baru | ~2028-01-04
belum sebulan | 2028-01-30..2028-02-29
lebih dari 2 bulan | 2027-10-01..2027-12-29
# 2028-02-29 future
tanggal 29 | ~2028-02-29
besok tanggal 1 | ~2028-03-01
31 maret nanti | 2028-03-31
akhir tahun ini | 2028-10-01..2028-12-31
tahun depan | 2029-01-01..2029-12-31
awal tahun depan | 2029-01-01..2029-04-30
senin depan | 2028-03-06..2028-03-06
2 minggu lagi | ~2028-03-14
sebelum puasa | 2029-01-01..2029-01-15
# 2026-06-30 past
akhir bulan | 2026-06-21..2026-06-30
akhir mei kemarin | 2026-05-21..2026-05-31
tgl 31 mei | 2026-05-31
tanggal 31 | ~2026-05-31
mayday | ~2026-05-01
hari buruh kemarin | ~2026-05-01
abis lebaran kemarin | 2026-03-21..2026-04-21
H+7 lebaran | ~2026-03-28
h-3 lebaran | ~2026-03-18
setelah lebaran | 2026-03-21..2026-04-21
selama puasa kemarin | 2026-02-17..2026-03-21
idul adha | 2026-05-26..2026-05-29
waisak kemaren | ~2026-05-31
nyepi | ~2026-03-19
juli | 2025-07-01..2025-07-31
juni kemarin | ?
1 Juli | 2025-07-01
selasa kemarin | ~2026-06-23
selasa, 30 juni 2026 | 2026-06-30
minggu, 28 juni 2026 | 2026-06-28
sejak april | 2026-04-01..2026-04-30
resign per 1 april 2026 | 2026-04-01
tmt 01-04-2026 | 2026-04-01
udah 3 bln nganggur | ~2026-03-30
udh jalan 2 bulan | 2026-04-30..2026-05-30
kurang lebih 4 bulan lalu | ~2026-02-28
hampir setahun | 2025-07-01..2025-10-30
baru 3 minggu | ~2026-06-09
baru sebulan kurang | 2026-05-31..2026-06-30
masuk 3 mei 2020 keluar 4 juni 2026 | ?
15 | ?
2026 | ?
gatau | ?
udah lama | ?
pas corona | ?
15 juni 26 | 2026-06-15
limolas juni | 2026-06-15
kontrak habis 15 juni jam 5 sore | 2026-06-15
kemarin sore jam 4 | 2026-06-29
# 2026-06-30 future
30 juni | 2026-06-30
1 juli | 2026-07-01
akhir juli | 2026-07-21..2026-07-31
kontrak saya habis desember | 2026-12-01..2026-12-31
3 bulan lagi | ~2026-09-30
bulan depan tgl 15 | 2026-07-15
tgl 25 bulan depan | 2026-07-25
bulan ngarep | 2026-07-01..2026-07-31
natal nanti | ~2026-12-25
agustus | 2026-08-01..2026-08-31
mei | 2027-05-01..2027-05-31
jumat ini | ~2026-07-03
kemarin | 2026-06-29
# 2026-11-27 past
bulan kemaren tgl 5 | 2026-10-05
tgl 5 bulan kemaren | 2026-10-05
tgl 5 | ~2026-11-05
tanggal 5 kemarin | ~2026-11-05
15 agustus 20 25 12 | ?
bukan bulan lalu | ?
Senin, 3 Agustus 2026 | 2026-08-03
15 Nop 2025 | 2025-11-15
10 ags 2024 | 2024-08-10
3 agt | 2026-08-03
akhir okt | 2026-10-21..2026-10-31
akhir oktober awal november | 2026-10-21..2026-11-10
30 november | 2025-11-30
semalam | ~2026-11-26
tadi pagi | 2026-11-27
barusan aja hari ini | 2026-11-27
3 hari yg lalu | 2026-11-24
seminggu yang lalu | ~2026-11-20
setengah tahun | ~2026-05-27
satu setengah tahun lalu | ~2025-05-27
rabu minggu lalu | ~2026-11-18
tahun 98 | 1998-01-01..1998-12-31
maret 2010 | 2010-03-01..2010-03-31
tahun baru kemarin | ~2026-01-01
habis 17an | 2026-08-18..2026-09-17
beberapa bulan lalu | 2026-02-01..2026-09-27
telung sasi kepungkur | ~2026-08-27
tilu bulan katukang | ~2026-08-27
ga sampe sebulan | 2026-10-28..2026-11-27
tidak lebih dari 2 bulan | 2026-09-27..2026-11-27
saya keluar tanggal 5 september tahun ini pak, makasih | 2026-09-05
# 2026-11-27 future
30 November | 2026-11-30
akhir tahun | 2026-10-01..2026-12-31
Januari | 2027-01-01..2027-01-31
akhir bulan | 2026-11-27..2026-11-30
senin | ~2026-11-30
abis natal | 2026-12-26..2027-01-08
tgl 15 | ~2026-12-15
bulan depan | 2026-12-01..2026-12-31
desember tgl 10 | 2026-12-10
pertengahan desember | 2026-12-11..2026-12-20
abis lebaran taun depan | 2027-03-10..2027-04-10
15/1 | 2027-01-15
31-12-2026 | 2026-12-31
isukan | 2026-11-28
minggu ngarep | 2026-11-30..2026-12-06
# 2026-12-31 past
kemarin | 2026-12-30
tahun lalu | 2025-01-01..2025-12-31
akhir tahun | 2026-10-01..2026-12-31
desember | 2026-12-01..2026-12-31
natal | ~2026-12-25
31 desember | 2026-12-31
2 hari setelah natal | ~2026-12-27
abis natal kemarin | 2026-12-26..2026-12-31
bulan 8 | 2026-08-01..2026-08-31
tgl 17 bulan 8 | 2026-08-17
oktober minggu kedua | 2026-10-08..2026-10-14
# 2026-12-31 future
besok | 2027-01-01
awal bulan depan | 2027-01-01..2027-01-10
januari | 2027-01-01..2027-01-31
desember | 2026-12-31..2026-12-31
tahun baru | ~2027-01-01
31 desember 2027 | 2027-12-31
# 2026-11-27 birth
3 mei 1970 | 1970-05-03
12 januari seribu sembilan ratus tujuh puluh | 1970-01-12
3-5-70 | 1970-05-03
lahir tanggal 20 oktober 1968 | 1968-10-20
sembilan belas delapan puluh | 1980-01-01..1980-12-31
17 agustus 45 | 1945-08-17
5 april | ?
10 juni 2026 | ?
12 3 1971 | 1971-03-12
lahir tahun 65 | 1965-01-01..1965-12-31
jan 1971 | 1971-01-01..1971-01-31
dua puluh lima desember tujuh dua | ?
25 desember sembilan belas tujuh dua | 1972-12-25
"""


def _cases() -> list[tuple[str, str, str, str]]:
    cases: list[tuple[str, str, str, str]] = []
    today = tense = ""
    for line in SAID.strip().splitlines():
        if line.startswith("# "):
            today, tense = line[2:].split()
        else:
            text, _, meant = line.rpartition(" | ")
            cases.append((today, tense, text, meant))
    return cases


@pytest.mark.parametrize(("today", "tense", "text", "meant"), _cases())
def test_a_day_is_read_as_it_is_meant(
    library: Library, today: str, tense: str, text: str, meant: str
) -> None:
    read = library.ears.hear(text, date.fromisoformat(today)).day(Tense(tense))
    if meant == "?":
        assert not isinstance(read, Understood) or read.open
        return
    assert isinstance(read, Understood)
    first, _, last = meant.removeprefix("~").partition("..")
    assert first <= read.value.isoformat() <= (last or first)
    assert read.approximate or not (last or meant.startswith("~"))
