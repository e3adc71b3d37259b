"""Settings: each is documented, each mistake gets its own sentence, no value is repeated."""

from __future__ import annotations

from pathlib import Path

import pytest

from settings import Settings, SettingsError, read_settings

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


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
        ("TELEGRAM_TOKEN", "secret-without-colon", "is not a bot token"),
        ("TELEGRAM_API", "http://example.org", "plain http is for loopback only"),
        ("TELEGRAM_API", "example", "must be an address"),
        ("TELEGRAM_MODE", "pigeon", "'polling' or 'webhook'"),
        ("DATABASE_URL", "mysql://x", "sqlite:///"),
        ("SANDBOX_PORT", "99999", "less than or equal to 65535"),
        ("BOT_TODAY", "besok", "valid date"),
        ("WEBHOOK_LISTEN", "somewhere", "host:port"),
        ("STAFF_GROUP", "4711", "below zero"),
        ("GROUP_SENDS_PER_MINUTE", "1", "greater than or equal to 4"),
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
    assert value not in str(wrong.value)


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


def test_preview_day_is_refused_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TODAY", "2027-01-01")
    monkeypatch.setenv("TELEGRAM_TOKEN", "123:ABCDEF")
    with pytest.raises(SettingsError, match="BOT_TODAY"):
        read_settings()
    monkeypatch.setenv("TELEGRAM_API", "http://127.0.0.1:9100")
    assert read_settings().bot_today is not None
