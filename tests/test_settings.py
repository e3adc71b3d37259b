"""Settings: each is documented, each mistake gets its own sentence, no value is repeated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from settings import Settings, SettingsError, read_settings

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


ENGLISH = re.compile(r"\b(should|must|input|valid|or|is|than)\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_stands_in_the_readme(name: str) -> None:
    field = Settings.model_fields[name]
    row = next(line for line in README.splitlines() if line.startswith(f"| `{name.upper()}` "))
    assert row.endswith(f"| {field.description} |")
    default = "–" if field.default is None else f"`{field.default}`"
    assert row.split("|")[2].strip() == default


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("SANDBOX_PORT", "delapan", "harus bilangan bulat"),
        ("SANDBOX_PORT", "8.5", "harus bilangan bulat"),
        ("SANDBOX_PORT", "-1", "paling kecil 0"),
        ("SANDBOX_PORT", "", "harus bilangan bulat"),
        ("SUPERVISOR", "9" * 5000, "harus bilangan bulat"),
        ("STAFF_GROUP", "grup", "harus bilangan bulat"),
        ("SENDS_PER_SECOND", "cepat", "harus bilangan"),
        ("SENDS_PER_SECOND", "0", "lebih besar dari 0"),
        ("SENDS_PER_SECOND", "nan", "lebih besar dari 0"),
        ("CHAT_SENDS_PER_SECOND", "0", "lebih besar dari 0"),
        ("BOT_TODAY", "2027-02-30", "harus tanggal"),
        ("BOT_TODAY", "2027-01-01T10:00", "harus tanggal"),
        ("BOT_TODAY", "0001-01-01", "harus tanggal antara"),
        ("BOT_TODAY", "9999-12-31", "harus tanggal antara"),
        ("TELEGRAM_TOKEN", "secret-without-colon", "bukan token bot"),
        ("TELEGRAM_API", "http://example.org", "hanya untuk komputer ini"),
        ("TELEGRAM_API", "example", "harus alamat seperti"),
        ("TELEGRAM_MODE", "pigeon", "'polling' atau 'webhook'"),
        ("DATABASE_URL", "mysql://x", "sqlite:///"),
        ("SANDBOX_PORT", "99999", "paling besar 65535"),
        ("BOT_TODAY", "besok", "harus tanggal"),
        ("WEBHOOK_LISTEN", "somewhere", "127.0.0.1:8080"),
        ("WEBHOOK_SECRET", "rahasia!#", "hanya boleh huruf"),
        ("WEBHOOK_SECRET", "a" * 257, "paling banyak 256"),
        ("WEBHOOK_SECRET", "rähasia", "hanya boleh huruf"),
        ("WEBHOOK_URL", "https://contoh.go.id:9000/kait", "443, 80, 88 atau 8443"),
        ("WEBHOOK_URL", "https://contoh.go.id:x/kait", "harus alamat seperti"),
        ("STAFF_GROUP", "4711", "di bawah nol"),
        ("GROUP_SENDS_PER_MINUTE", "1", "paling kecil 4"),
    ],
)
def test_wrong_setting_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, setting: str, value: str, said: str
) -> None:
    monkeypatch.setenv(setting, value)
    with pytest.raises(SettingsError) as wrong:
        read_settings()
    assert setting in str(wrong.value)
    assert said in str(wrong.value)
    assert not ENGLISH.search(str(wrong.value))
    if len(value) > 2:
        assert value not in str(wrong.value)


def test_a_file_of_settings_in_another_code_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SANDBOX_PORT=0", encoding="utf-16")
    with pytest.raises(SettingsError, match=r"^Berkas \.env harus disimpan sebagai UTF-8\.$"):
        read_settings()


def test_all_wrong_settings_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "x")
    monkeypatch.setenv("DATABASE_URL", "y")
    with pytest.raises(SettingsError) as wrong:
        read_settings()
    assert len(str(wrong.value).splitlines()) == 2


def test_webhook_needs_its_address_and_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_MODE", "webhook")
    with pytest.raises(SettingsError, match="WEBHOOK_URL"):
        read_settings()
    monkeypatch.setenv("WEBHOOK_URL", "https://example.org/hook")
    with pytest.raises(SettingsError, match="WEBHOOK_SECRET"):
        read_settings()


@pytest.mark.parametrize("port", ["", ":443", ":80", ":88", ":8443"])
def test_webhook_may_use_the_ports_of_telegram(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("TELEGRAM_MODE", "webhook")
    monkeypatch.setenv("WEBHOOK_URL", f"https://contoh.go.id{port}/kait")
    monkeypatch.setenv("WEBHOOK_SECRET", "A-z_" + "9" * 252)
    assert read_settings().telegram_mode == "webhook"


def test_preview_day_is_refused_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TODAY", "2027-01-01")
    monkeypatch.setenv("TELEGRAM_TOKEN", "123:ABCDEF")
    with pytest.raises(SettingsError, match="BOT_TODAY"):
        read_settings()
    monkeypatch.setenv("TELEGRAM_API", "http://127.0.0.1:9100")
    assert read_settings().bot_today is not None
