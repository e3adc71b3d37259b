"""The mask at the door: what must never be stored, and what must never be mistaken for it."""

from __future__ import annotations

import json
import re
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.mask import PLACES, kinds_in, mask_text, mask_update

PERSONAL = [
    ("3199014101950005", "nik"),
    ("nik saya 3199 0141 0195 0005 ya", "nik"),
    ("3199-0141-0195-0005", "nik"),
    ("3199.0141.0195.0005", "nik"),
    ("3 1 9 9 0 1 4 1 0 1 9 5 0 0 0 5", "nik"),
    ("３１９９０１４１０１９５０００５", "nik"),
    ("3199\u200b0141\u200b0195\u200b0005", "nik"),
    ("31990141\n01950005", "nik"),
    ("3199 01 41 1995 0005", "nik"),
    ("no kk 3199014101950005", "kk"),
    ("12345678901", "kpj"),
    ("kpj 1234567890", "kpj"),
    ("cek saldo 07012345678", "kpj"),
    ("kpj 98X00099887 masih aktif?", "kpj"),
    ("rekening mandiri 1990099887766 an istri", "rekening"),
    ("rek 1234-01-000123-50-9", "rekening"),
    ("bca 5220304311", "rekening"),
    ("081234567890", "hp"),
    ("hub 0812 3456 7890 ya", "hp"),
    ("wa 08.12.34.56.78.90", "hp"),
    ("+62 812-3456-7890", "hp"),
    ("62 8123456789", "hp"),
    ("wa.me/6281234567890", "hp"),
    ("telp 0266 123456", "hp"),
    ("1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣1️⃣", "kpj"),
    ("budi.s@gmail.com", "email"),
    ("budi @ gmail.com", "email"),
    ("budi(at)yahoo.co.id", "email"),
    ("budi@gmail com", "email"),
    ("otp saya 123456", "otp"),
    ("kode 4821", "otp"),
    ("kode OTP nya 48 21 33", "otp"),
    ("kode verifikasinya 1-2-3-4-5-6", "otp"),
    ("123456 itu kode otp", "otp"),
    ("ada yg nelpon minta otp jmo 771204 trus sy kasih", "otp"),
    ("PIN ATM saya 9981", "otp"),
    ("password: abc", "sandi"),
    ("password saya Rahasia12", "sandi"),
    ("kata sandinya adalah melati", "sandi"),
    ("sandi jmo budi123", "sandi"),
    ("12.345.678.9-012.345", "npwp"),
    ("npwp 123456789012345", "npwp"),
]


@pytest.mark.parametrize(("text", "kind"), PERSONAL)
def test_personal_data_becomes_its_kind(text: str, kind: str) -> None:
    masked = mask_text(text)
    assert masked.kinds == {kind}
    assert PLACES[kind] in masked.text
    assert kinds_in(masked.text) == {kind}
    assert not re.search(r"\d{4}|@|abc|melati|Rahasia|budi123", masked.text)


@pytest.mark.parametrize(
    "text",
    [
        "15000000",
        "Rp 12.500.000",
        "rp12500000000",
        "Rp 12.500.000.000",
        "saldo 12500000000",
        "saldo saya 12500000, gaji 5.000.000",
        "saldo 12500000 15000000",
        "12,500,000",
        "pajak 12.500.000 - 50.000.000",
        "kode 040",
        "JHTA040 dan kode JHT025",
        "175",
        "15-08-2026 16-09-2026",
        "11.12.2012 12.12.2012",
        "tgl 15 08 2026",
        "2013 2014 2015 2016",
        "1 2 3 4 5 6 7 8 9 10 11",
        "jam 08.00-15.00 08:00-16:00",
        "Telepon 175, pukul 06.00-22.00.",
        "telp 08:00 - 15:00",
        "otp ga masuk, saldo 500000",
        "otp 5 menit",
        "kode pos 17530",
        "lupa password akun",
        "password salah 3x",
        "password minimal 8 karakter",
        "lupa password: gimana caranya",
        "ig @bpjs.ketenagakerjaan",
        "UU 24/2011, PP 46/2015, Permenaker 4/2022 pasal 8",
    ],
)
def test_money_dates_and_codes_are_left_alone(text: str) -> None:
    assert mask_text(text).text == text
    assert kinds_in(text) == frozenset()


EDGES = [
    # Eight digits that somebody calls theirs, and one fewer.
    ("rek 12345678", "rek [nomor rekening]"),
    ("rek 1234567", "rek 1234567"),
    ("rek 1234567 06.00-22.00", "rek 1234567 06.00-22.00"),
    ("budi@mail.co dan password: 0812-3456-7890x", "[email] dan password: [kata sandi]"),
    # A name before it says what it is, however many digits it has.
    ("ktp saya 3273051204", "ktp saya [NIK]"),
    ("kk 32730512", "kk [nomor KK]"),
    ("npwp 12345678", "npwp [NPWP]"),
    ("kpj 12345678", "kpj [nomor KPJ]"),
    ("hp 12345678", "hp [nomor HP]"),
    ("rek 12345000", "rek 12345000"),
    # Whose it is stands at most forty characters before.
    (f"rek {'a' * 35} 12345678", f"rek {'a' * 35} [nomor rekening]"),
    (f"rek {'a' * 36} 12345678", f"rek {'a' * 36} 12345678"),
    # Nine digits are a phone number only with its beginning.
    ("081234567", "[nomor HP]"),
    ("08123456", "08123456"),
    ("123456789", "123456789"),
    # Round amounts are money up to thirteen digits, unless they begin as a phone number does.
    ("1500000000", "1500000000"),
    ("1500000000000", "1500000000000"),
    ("15000000000000", "[nomor rekening]"),
    ("1500010000", "[nomor rekening]"),
    ("0150000000", "[nomor rekening]"),
    ("6281500000", "[nomor HP]"),
    ("100 200 300 400", "100 200 300 400"),
    ("100 020 300 400", "[nomor rekening]"),
    ("12300 45600", "12300 45600"),
    # Money that is said: up to thirteen digits, round where only a word stands before.
    ("Rp 1234567890123", "Rp 1234567890123"),
    ("Rp 12345678901234", "Rp [nomor rekening]"),
    ("saldo 123456789", "saldo 123456789"),
    ("saldo 1234567891", "saldo [nomor rekening]"),
    ("saldo 1234567000", "saldo 1234567000"),
    # Ten digits in one piece are a number of their own.
    ("1234567890 123", "[nomor rekening] 123"),
    ("12345 67890", "[nomor rekening]"),
    ("62 81234567 5", "[nomor HP] 5"),
    ("0 812345678 1", "[nomor HP] 1"),
    ("0062 81234567 1", "[nomor HP] 1"),
    ("62 8123456 5555", "[nomor HP]"),
    ("ini 3199 0141 0195 0005 0812 3456 7890", "ini [NIK] [nomor HP]"),
    ("12 081234567890", "12 [nomor HP]"),
    ("6281234567890123 081234567890", "[NIK] [nomor HP]"),
    # By their length.
    ("8123456789", "[nomor HP]"),
    ("81234567890", "[nomor KPJ]"),
    ("812345678901", "[nomor HP]"),
    ("8123456789012", "[nomor rekening]"),
    ("628123456789012", "[nomor HP]"),
    ("62812345678901234", "[nomor rekening]"),
    ("123456789012345", "[NPWP]"),
    # Years, from the oldest who lives to the youngest who will.
    ("1950 1950 2049 2049", "1950 1950 2049 2049"),
    ("1950 1950 2049 2050", "[NIK]"),
    ("1949 1950 2049 2049", "[NIK]"),
    # The sign before a number of another country goes with it.
    ("+6281234567890", "[nomor HP]"),
    ("+12025550123", "[nomor HP]"),
    # Addresses as people write them to be clever.
    ("budi[at]gmail.com", "[email]"),
    ("budi(et)gmail.com", "[email]"),
    # Signs of other writing.
    ("telp 08:00 \u2013 15:00", "telp 08:00 \u2013 15:00"),
    ("3199\u20130141\u20130195\u20130005", "[NIK]"),
    ("3199\x9f0141\x9f0195\x9f0005", "[NIK]"),
    ("3199\u20280141\u20280195\u20280005", "[NIK]"),
    ("budi\uff20gmail.com", "[email]"),
    # A round number beside "kode" is money, beside "otp" never.
    ("kode otp 120000", "kode otp [kode rahasia]"),
    ("OTP 120000", "OTP [kode rahasia]"),
    ("kode 5000000", "kode 5000000"),
    ("kode 5001000", "kode [kode rahasia]"),
    # Of a password only the password.
    ("password: abc", "password: [kata sandi]"),
    ("kata sandinya adalah melati", "kata sandinya adalah [kata sandi]"),
    ("sandi jmo budi123", "sandi jmo [kata sandi]"),
]


@pytest.mark.parametrize(("text", "masked"), EDGES)
def test_where_a_number_begins_to_be_somebodys(text: str, masked: str) -> None:
    assert mask_text(text).text == masked


SEPARATOR = st.sampled_from(["", "", " ", "-", ".", "\n", " - ", "\u200b", "\u00a0", "–"])
WORDS = st.sampled_from(
    ["saya", "nik", "rekening", "saldo", "Rp", "otp", "kode", "password:", "12 jt", "15/8/2026",
     "@", "a@b.co", "\n", "kpj", "wa", "2026", "08.00", "[NIK]", "dan", "123456", "40", "🙏", "pin"]
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from("0123456789"), SEPARATOR), min_size=16, max_size=16))
def test_no_sixteen_digits_pass_however_they_are_spaced(pairs: list[tuple[str, str]]) -> None:
    digits = "3199014101950005"
    spaced = "".join(d + sep for d, (_, sep) in zip(digits, pairs, strict=True))
    left = re.sub(r"\D", "", mask_text(f"ini {spaced} tolong").text)
    assert len(left) < 6


@given(
    st.from_regex(r"[0-9]{10,16}", fullmatch=True), st.sampled_from(["kpj", "no rek", "nik", "hp"])
)
def test_a_named_number_never_passes(number: str, name: str) -> None:
    assert number not in mask_text(f"{name} {number}").text


@given(st.from_regex(r"(\+62|62|0)8[1-9][0-9]{7,9}", fullmatch=True))
def test_no_phone_number_passes(number: str) -> None:
    assert mask_text(f"hubungi {number}").kinds == {"hp"}
    assert number not in mask_text(number).text


@given(st.integers(0, 9_999_999_999), st.sampled_from(["Rp {}", "Rp{}", "rp {}", "{} rupiah"]))
def test_rupiah_is_never_masked(amount: int, form: str) -> None:
    dotted = f"{amount:,}".replace(",", ".")
    for written in (dotted, str(amount)):
        text = f"saldo saya {form.format(written)} bisa cair?"
        assert mask_text(text).text == text


@given(st.integers(0, 999_999_999))
def test_a_bare_amount_is_never_masked(amount: int) -> None:
    for text in (f"{amount}", f"saldo {amount:,}".replace(",", ".")):
        assert mask_text(text).text == text


@given(st.dates(date(1950, 1, 1), date(2040, 1, 1)), st.dates(date(1950, 1, 1), date(2040, 1, 1)))
def test_dates_are_never_masked(first: date, second: date) -> None:
    for form in ("%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d", "%d %m %Y", "%d.%m.%Y"):
        text = f"{first.strftime(form)} sampai {second.strftime(form)}"
        assert mask_text(text).text == text
        text = f"{first.strftime(form)} {second.strftime(form)}"
        assert mask_text(text).text == text


@given(
    st.one_of(
        st.text(), st.lists(st.one_of(WORDS, st.text("0123456789 .-@")), max_size=12).map(" ".join)
    )
)
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = mask_text(text)
    assert mask_text(once.text).text == once.text
    assert once.kinds <= kinds_in(once.text)


def update(**message: object) -> dict[str, object]:
    chat = {"id": 1234567890, "type": "private", "first_name": "Siti"}
    return {
        "update_id": 7,
        "message": {"message_id": 5, "date": 1795000000, "chat": chat, "from": {"id": 1234567890}}
        | message,
    }


NIK = "3199014101950005"


@pytest.mark.parametrize(
    "raw",
    [
        update(text=NIK),
        update(caption=f"KTP {NIK}", photo=[{"file_id": "AgACAgUAAx", "file_unique_id": "AQ"}]),
        update(text="ya", reply_to_message={"message_id": 4, "text": f"nik {NIK}"}),
        update(text="ya", quote={"text": NIK, "position": 0}),
        update(contact={"phone_number": "6281234567890", "vcard": f"TEL:{NIK}", "first_name": "A"}),
        update(poll={"question": NIK, "options": [{"text": NIK}], "explanation": NIK}),
        update(document={"file_id": "BQAC", "file_unique_id": "B", "file_name": f"{NIK}.pdf"}),
        update(forward_origin={"type": "hidden_user", "sender_user_name": f"WA {NIK}"}),
        {"update_id": 8, "edited_message": update(text=NIK)["message"]},
        {"update_id": 9, "inline_query": {"id": "123", "query": NIK}},
        {"update_id": 10, "callback_query": {"id": "9", "data": NIK, "message": {"text": NIK}}},
    ],
)  # fmt: skip
def test_no_field_of_an_update_carries_it_on(raw: dict[str, object]) -> None:
    stored = json.dumps(mask_update(raw))
    assert NIK not in stored
    assert "6281234567890" not in stored
    assert "AgACAgUAAx" not in stored
    assert "BQAC" not in stored


def test_telegrams_own_numbers_stay() -> None:
    raw = {
        "update_id": 123456789012,
        "callback_query": {
            "id": "4382712345678901234",
            "chat_instance": "-1234567890123456789",
            "data": "1:a:cek-hak:saldo:15000000",
            "from": {"id": 5012345678, "first_name": "Siti"},
        },
    }
    assert mask_update(raw) == raw


@pytest.mark.parametrize(
    "key",
    ["id", "type", "language_code", "inline_message_id", "chat_instance", "media_group_id",
     "mime_type", "custom_emoji_id", "file_id", "file_unique_id", "status", "emoji", "currency"],
)  # fmt: skip
def test_what_telegram_names_things_by_is_never_read_as_a_number(key: str) -> None:
    assert mask_update({key: NIK}) == {key: NIK}
    assert mask_update({"text": NIK}) != {"text": NIK}


@pytest.mark.parametrize(
    "key", ["photo", "voice", "audio", "video", "video_note", "document", "animation", "paid_media"]
)
def test_no_file_of_a_private_chat_keeps_its_handle(key: str) -> None:
    file = {"file_id": "AgAC", "file_unique_id": "AQ", "file_name": "KTP.jpg"}
    file |= {"thumb": "small", "thumbnail": "small"}
    kept = {"file_id": "-", "file_unique_id": sha256(b"AQ").hexdigest()[:12], "file_name": "-.jpg"}
    for sent, left in ((file, kept), ([file], [kept])):
        masked = mask_update(update(**{key: sent}))
        assert masked["message"][key] == left
        stored = json.dumps(masked)
        assert "AgAC" not in stored
        assert "AQ" not in stored
        assert "KTP" not in stored
        assert "thumb" not in stored


def test_a_button_about_a_chat_still_names_it() -> None:
    raw = {"callback_query": {"id": "9", "data": "1:k:-1001234567890:5012345678"}}
    assert mask_update(raw) == raw


def test_entities_move_with_the_text_or_go() -> None:
    text = f"/tanya 🙏 nik {NIK} tebal"
    raw = update(
        text=text,
        entities=[
            {"type": "bot_command", "offset": 0, "length": 6},
            {"type": "phone_number", "offset": 14, "length": 16},
            {"type": "bold", "offset": 31, "length": 5},
        ],
    )
    message = mask_update(raw)["message"]
    assert message["text"] == "/tanya 🙏 nik [NIK] tebal"
    assert message["entities"] == [
        {"type": "bot_command", "offset": 0, "length": 6},
        {"type": "bold", "offset": 20, "length": 5},
    ]
    as_telegram_counts = message["text"].encode("utf-16-le")
    assert as_telegram_counts[40:50].decode("utf-16-le") == "tebal"


@pytest.mark.parametrize(
    "key", ["text", "caption", "question", "explanation", "title", "description"]
)
def test_entities_of_every_text_move(key: str) -> None:
    name = "entities" if key == "text" else f"{key}_entities"
    bold = {"type": "bold", "length": 5}
    masked = mask_update({key: f"{NIK} tebal", name: [{**bold, "offset": 17}]})
    assert masked == {key: "[NIK] tebal", name: [{**bold, "offset": 6}]}


def test_an_entity_that_only_touches_a_number_stays() -> None:
    bold = {"type": "bold", "length": 2}
    raw = update(text=f"ab{NIK}cd", entities=[{**bold, "offset": 0}, {**bold, "offset": 18}])
    message = mask_update(raw)["message"]
    assert message["text"] == "ab[NIK]cd"
    assert message["entities"] == [{**bold, "offset": 0}, {**bold, "offset": 7}]


def test_the_given_update_is_not_changed() -> None:
    raw = update(text=NIK, entities=[{"type": "bold", "offset": 0, "length": 4}])
    before = json.dumps(raw)
    mask_update(raw)
    assert json.dumps(raw) == before


def test_files_of_a_staff_group_stay_reachable() -> None:
    raw = update(photo=[{"file_id": "AgAC", "file_unique_id": "AQ"}])
    raw["message"]["chat"] = {"id": -100123, "type": "supergroup"}  # type: ignore[index]
    assert mask_update(raw)["message"]["photo"][0]["file_id"] == "AgAC"
