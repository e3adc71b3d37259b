"""reply_markup: what Telegram takes and what it refuses."""

from __future__ import annotations

import json
from typing import Any

from sandbox.blank import is_blank
from sandbox.errors import bad
from sandbox.markup.links import normal_url
from sandbox.params import Params

CALLBACK_BYTES = 64
BUTTONS_AT_MOST = 100
# Longer rows are not shown by phones; a bot that sends them is mistaken.
ROW_AT_MOST = 8
MARKUP_BYTES = 10_000
_ACTIONS = (
    "callback_data",
    "url",
    "login_url",
    "web_app",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)
_FIELDS = ("text", "icon_custom_emoji_id", "style", *_ACTIONS)
STYLES = ("danger", "success", "primary")


def inline_keyboard(params: Params) -> dict[str, Any] | None:
    """The inline keyboard of an edit; None when absent or empty (an edit then removes it)."""
    markup = params.obj("reply_markup", "inline keyboard")
    if not markup:
        return None
    if not isinstance(markup, dict) or "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    return _inline(markup)


def any_keyboard(params: Params) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """(inline keyboard, reply keyboard or its removal) of a new message."""
    markup = params.obj("reply_markup", "reply keyboard markup")
    if not markup:
        return None, None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup), None
    if "keyboard" in markup:
        return None, _reply(markup)
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return None, markup
    return None, None


def _inline(markup: dict[str, Any]) -> dict[str, Any] | None:
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('can\'t parse inline keyboard button: Field "inline_keyboard" must be an Array')
    rows = [[_button(button) for button in row] for row in rows if row]
    if not rows:
        return None
    if sum(map(len, rows)) > BUTTONS_AT_MOST or max(map(len, rows)) > ROW_AT_MOST:
        raise bad("reply markup is too long")
    if len(rows) > 10 and len(json.dumps(rows, ensure_ascii=False).encode()) > MARKUP_BYTES:
        raise bad("reply markup is too long")
    return {"inline_keyboard": rows}


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    if is_blank(text):
        raise bad("can't parse inline keyboard button: Button text must be non-empty")
    if (style := button.get("style")) is not None and style not in STYLES:
        raise bad("invalid button style specified")
    _check_action(button)
    data = button.get("callback_data")
    if data is not None and len(str(data).encode()) > CALLBACK_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button:
        button = {**button, "url": _url(button["url"])}
    return {name: button[name] for name in _FIELDS if button.get(name) is not None}


def _check_action(button: dict[str, Any]) -> None:
    """Raises 400 unless the button does exactly one thing."""
    acts = [action for action in _ACTIONS if button.get(action) is not None]
    if len(acts) > 1:
        # Only that there must be exactly one is documented, not what Telegram says of two.
        raise bad(f"can't parse inline keyboard button: {' and '.join(acts)} exclude each other")
    if acts == ["callback_data"] and not button["callback_data"]:
        raise bad("BUTTON_DATA_INVALID")
    if not acts or button[acts[0]] is False:
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )


def _url(address: Any) -> str:
    if not isinstance(address, str):
        raise bad('can\'t parse inline keyboard button: Field "url" must be of type String')
    found = normal_url(address)
    if found is None:
        raise bad(f"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")
    return found


def _reply(markup: dict[str, Any]) -> dict[str, Any]:
    rows = markup["keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad("can't parse reply keyboard markup JSON object")
    shown = [[b if isinstance(b, dict) else {"text": str(b)} for b in row] for row in rows]
    if not any(shown):
        raise bad("reply keyboard is empty")
    if any(is_blank(str(b.get("text") or "")) for row in shown for b in row):
        raise bad("keyboard button text must be non-empty")
    return {**markup, "keyboard": shown}
