"""Questions of trust: money, favours and secrets for help with a claim; and what is none."""

from __future__ import annotations

import pytest

from tests.flows.conftest import Hear

FEE = "upah"
FIRM = "perusahaan_minta"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("kalau cair nanti saya bayar 20% ke dia, tidak apa apa kan?", FEE),
        ("keponakan tetangga minta jatah 15 persen buat urus jht ibu", FEE),
        ("petugas parkir nawarin bantu nomor antrean, minta uang kopi", FEE),
        ("saya disuruh transfer 400rb dulu baru klaimnya diproses", FEE),
        ("boleh tidak saya kasih amplop ke pegawai kantor", FEE),
        ("katanya seikhlasnya saja kalau sudah beres", FEE),
        ("wajar ga kalau fee nya 1,2 juta buat yang bantu cairkan", FEE),
        ("personalia minta 350 ribu supaya saya dinonaktifkan", FIRM),
        ("mantan bos njaluk duit buat tanda tangan paklaring", FIRM),
        ("ada yang nelpon minta kode otp katanya dari pusat", "minta_kode"),
        ("orang itu minta ktp sama buku tabungan saya", "minta_data"),
        ("saya disuruh selfie lagi di hp dia, aman gak", "minta_wajah"),
        ("disuruh pasang anydesk biar dibantu dari jauh", "dari_jauh"),
        ("paman teman saya mau beresin, dia ambil 12 persen", FEE),
        ("cewek di ig bisa nyairin, potong 400rb", FEE),
        ("jasa bantu jht 350rb", FEE),
        ("asal setor 600rb duluan langsung beres", FEE),
        ("penjaga loket bilang kasih 40rb biar duluan", FEE),
        ("boleh bayar orang dalam urusan ini?", FEE),
        ("lewat temen gereja bayar 6 persen", FEE),
        ("dapat link di telegram katanya dana hari tua, boleh diisi?", "tautan"),
        ("penjaga minta tips", FEE),
        ("kata orang di grup ada biaya pengurusan 200 ribu", FEE),
        ("dia motong 25 persen, normal tidak", FEE),
        ("bayar pajak 500 ribu dulu baru cair", FEE),
        ("saldonya hangus kalau tidak transfer", FEE),
        ("biasanya kasih berapa ke satpam", FEE),
        ("lurah minta sumbangan buat tanda tangan surat kematian", FEE),
        ("dia bantu lewat aplikasi remote", "dari_jauh"),
    ],
)
def test_what_is_wanted_is_named(hear: Hear, text: str, flag: str) -> None:
    verdict = hear(text).verdict
    assert verdict.trust
    assert flag in {each.id for each in verdict.flags}
    assert verdict.level == "bahaya"


@pytest.mark.parametrize(
    "text",
    [
        "pajaknya dipotong berapa persen",
        "biaya klaim di kantor cabang berapa",
        "kalau ambil 10% kena potongan berapa",
        "saya minta dicairkan 30 persen saja untuk rumah",
        "jht dipotong 2 persen dari gaji tiap bulan",
        "perusahaan belum bayar iuran tiga bulan, bisa cair?",
        "hrd minta fotokopi ktp untuk nonaktif",
        "kapan uang saya dibayar setelah wawancara",
        "aplikasi minta kode verifikasi tapi tidak masuk",
        "disuruh foto wajah tapi gagal lagi",
        "saya perlu uang buat bayar sekolah anak, kapan bisa cair",
        "teman sekantor cair 12 juta kok saya 9 juta",
        "kata petugas tunggu sebulan, benar tidak",
        "jmo aman tidak",
        "data saya aman ga di sini",
        "bisa dipercaya tidak ini",
        "kapan ditransfer ke rekening saya",
        "bayar iuran bpu 36800 per bulan",
        "teman saya ambil 10 persen disetujui",
        "link lacak klaim yang mana",
        "istri saya yang urus klaim, boleh?",
        "petugas minta fotokopi kk dua lembar",
        "ditawari pensiun dini sama perusahaan",
        "saldo saya berkurang 10 persen kenapa",
        "uang makan dihitung iuran tidak",
        "kartu hilang kalau mau klaim bagaimana",
    ],
)
def test_money_that_is_due_is_an_ordinary_question(hear: Hear, text: str) -> None:
    assert not hear(text).verdict.trust


@pytest.mark.parametrize(
    "text",
    [
        "aman ga nitip klaim ke kenalan",
        "ini aman gak ya?",
        "penipuan bukan",
        "ada orang di depan kantor nawarin bantuan",
        "lewat jalan belakang bisa lebih cepat?",
    ],
)
def test_a_doubt_about_a_person_is_heard_without_any_flag(hear: Hear, text: str) -> None:
    verdict = hear(text).verdict
    assert verdict.trust
    assert verdict.level == "tanda_lain"


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("keburu saya isi nik dan tanggal lahir", "terlanjur_ktp"),
        ("udah ngisi data di link tadi", "terlanjur_ktp"),
        ("tadi ada yang nelpon, kodenya udah saya sebutkan", "terlanjur_kode"),
        ("ditelepon orang ngaku bpjs, saya kasih kodenya", "terlanjur_kode"),
    ],
)
def test_what_was_given_to_people_is_heard(hear: Hear, text: str, given: str) -> None:
    verdict = hear(text).verdict
    assert verdict.to_somebody
    assert given in verdict.given


@pytest.mark.parametrize(
    "text",
    [
        "terlanjur salah isi nama bank di jmo",
        "otp sudah saya masukkan tapi error",
        "sudah kirim berkas ke lapak asik",
        "boleh saya kasih ktp ke teman?",
        "kalau saya kasih otp ke orang bahaya?",
    ],
)
def test_what_was_given_to_an_office_or_only_asked_is_not(hear: Hear, text: str) -> None:
    assert not hear(text).verdict.to_somebody


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("ada wanita menelepon ngaku dari pusat, nanya 6 angka di sms", "minta_kode"),
        ("mbak konter bilang sebutin aja angka yang masuk", "minta_kode"),
        ("staf personalia minta sandi jmo saya", "minta_kode"),
        ("bekas bos minta akun jmo saya biar diurus dia", "minta_kode"),
        ("disuruh kasih tau pin rekening", "minta_kode"),
        ("mau dibantu gratis tapi minta kartu atm", "minta_barang"),
        ("diminta selfie sambil pegang ktp, memang begitu prosedurnya?", "minta_wajah"),
        ("disuruh tf 60 ribu ke rekening perorangan", FEE),
        ("diminta 120rb", FEE),
        ("iya disuruh bayar 45 ribu", FEE),
        ("minta duit 90rb katanya buat admin", FEE),
        ("lewat jalur kilat tinggal setor 7%", FEE),
        ("atasan bilang potong 15% buat perusahaan", FIRM),
        ("pabrik mau ambil 20 persen dari jht saya", FIRM),
        ("hrd baru mau kasih paklaring kalau saya bayar penalti 3 juta", FIRM),
        ("sepupu saya kerja di bpjs katanya bisa didahulukan", "orang_dalam"),
        ("disuruh setor dulu biar lancar", FEE),
        ("kenalan nawarin surat kerja 175 ribu sehari jadi", "surat_palsu"),
        ("beli surat phk 400rb, katanya pasti cair", "surat_palsu"),
        ("klaimjht-resmi.online", "tautan"),
        ("https://tinyurl.com/abc12 ini asli ga", "tautan"),
    ],
)
def test_what_is_demanded_needs_no_broker(hear: Hear, text: str, flag: str) -> None:
    verdict = hear(text).verdict
    assert verdict.trust
    assert flag in {each.id for each in verdict.flags}


@pytest.mark.parametrize(
    "text",
    [
        "saya ojol bayar iuran sendiri, mau berhenti bayar lalu ambil duitnya bisa?",
        "saya jadi sopir, tiap bulan bayar bpjs, uangnya bisa diambil?",
        "kode 6 angka dari sms belum masuk",
        "mau tanya, kode yang masuk dimasukkan ke mana",
        "kata hrd kode jmo dikirim ulang",
        "hrd suruh saya bikin akun jmo sendiri",
        "disuruh selfie di aplikasi, memang begitu?",
        "jht ditransfer ke rekening pribadi saya kapan",
        "disuruh bayar iuran dua bulan 50 ribu",
        "saldo diminta minimal 50 ribu",
        "perusahaan potong jht 2 persen",
        "hrd baru kasih paklaring kalau iuran sudah dibayar",
        "perusahaan minta saya ambil 30 persen saja",
        "kakak saya kerja di pabrik, mau cepat cair",
        "ya, lapakasik.bpjsketenagakerjaan.go.id",
        "alamatnya bener go.id",
        "surel saya budi@contoh.com, benar kan",
        "istri minta 5 juta buat warung",
    ],
)
def test_what_is_due_or_ones_own_is_no_demand(hear: Hear, text: str) -> None:
    assert not hear(text).verdict.trust


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("dimintain kartu atm sekalian buku rekening", "minta_barang"),
        ("disuruh kasih atm ke mas konter", "minta_barang"),
        ("atm ku dipegang orang yang nolong itu", "minta_barang"),
        ("ktp sama kk ditahan", "minta_data"),
        ("buku tabungan saya dipegang pak rt", "minta_data"),
        ("tetangga yang ngurus nahan ktp saya", "minta_data"),
        ("ktp saya belum dibalikin sama orangnya", "minta_data"),
        ("dimintai kk asli buat jaminan", "minta_data"),
        ("mbak itu minta 20 persen", FEE),
        ("pak itu minta seperempat dari uangnya", FEE),
        ("disuruh bayar di depan", FEE),
        ("dimintai uang administrasi", FEE),
        ("petugas telepon minta foto ktp", "minta_data"),
        ("mba itu minta ktp lewat wa", "minta_data"),
        ("dia bawa ktp saya", "minta_data"),
        ("petugas datang ke rumah minta ktp, aman gak", "minta_data"),
    ],
)
def test_what_is_demanded_in_the_passive_or_kept_is_warned_of(
    hear: Hear, text: str, flag: str
) -> None:
    verdict = hear(text).verdict
    assert verdict.trust
    assert flag in {each.id for each in verdict.flags}


@pytest.mark.parametrize(
    "text",
    [
        "petugas loket minta ktp sama kk asli",
        "petugas cabang minta lihat buku tabungan",
        "satpam kantor minta ktp waktu masuk",
        "petugas di lapak asik minta foto sambil pegang ktp",
        "pas wawancara video petugas minta ktp ditunjukkan",
        "bapak di loket itu petugas, minta kk",
        "di lapak asik diminta foto ktp",
        "kantor cabang minta fotokopi buku tabungan",
        "ktp saya dipegang istri",
        "kartu atm dibawa anak",
        "atm ketelan mesin bank",
        "ktp ditahan polisi waktu tilang",
        "kk sudah saya bawa, teman saya belum",
        "teman bawa ktp aja bisa",
        "bapak itu petugas loket, minta ktp",
        "bapak itu bilang harus bawa kk",
        "paklaring masih ditahan hrd",
        "tetangga kena phk lalu cair 18 juta",
        "teman di pabrik kena phk dapat 12 juta",
        "disuruh bayar iuran dulu",
        "telepon ke 175 bayar pulsa gak",
        "perusahaan disuruh setor iuran tiap bulan",
        "saldo 18 juta, surat kerja belum dibuat",
        "mau minta hrd bikin paklaring, saldo jht saya 9 juta",
        "paklaring dibuat hrd, materainya 10 ribu",
    ],
)
def test_what_an_office_may_ask_and_what_relatives_keep_is_no_swindle(
    hear: Hear, text: str
) -> None:
    assert not hear(text).verdict.trust
