"""HTTP to the Bot API on aiohttp: for our own calls and for PTB's Bot."""

import json
import time
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any, Self

import aiohttp
import structlog
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from loops.attach import Make, has_files, multipart
from loops.delivered import read_answer
from loops.errors import CallError, judge, stranger
from loops.proxy import Proxy, proxy_for
from loops.secret import Secret
from store.outcome import Fate, Kind

log = structlog.get_logger()

# Seconds. A chat waits for its answer meanwhile, so no longer than a person would.
CONNECT = 10.0
READ = 20.0

# Bytes a second: the slowest line of an office on which a picture is still worth sending. Without
# it a file of some megabytes could never be uploaded there.
_SLOWEST = 16_000

_JSON = {"Content-Type": "application/json"}

# Raised before the first byte went out to Telegram; the last by a proxy that does not let us pass.
_NOT_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
)
_LOST = (aiohttp.ClientError, TimeoutError, OSError)


class BotApi:
    """One connection pool to one Bot API with one token.

    Use as an asynchronous context manager. No text of it, of its errors or of their causes
    contains the token.
    """

    def __init__(
        self,
        token: str,
        base: str,
        *,
        connections: int = 100,
        read_timeout: float = READ,
        make: Make | None = None,
    ) -> None:
        """Base is the address without a slash at the end; `read_timeout` in seconds: for the whole
        answer, however slowly it comes.


        make: makes files that are to be uploaded and are not there yet.
        """
        self.secret = Secret(token)
        self.base = base
        self._connections = connections
        self._read_timeout = read_timeout
        self._proxy: Proxy | None = None
        self._make = make
        self._session: aiohttp.ClientSession | None = None
        self._urls: dict[str, URL] = {}
        self.ahead = 0.0
        """Seconds that Telegram's clock is ahead of ours, as its last answer said."""
        self._dated = ""

    def __repr__(self) -> str:
        return f"BotApi({self.base})"

    async def __aenter__(self) -> Self:
        """Open the pool. Raises StopError when the way out is not known."""
        self._proxy = proxy_for(self.base)
        if self._proxy is not None:
            log.info("telegram_through_proxy", proxy=self._proxy.name)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=30),
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
        )
        return self

    async def __aexit__(self, *_error: object) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def call(
        self, method: str, payload: dict[str, Any] | None = None, read_timeout: float | None = None
    ) -> Any:
        """Call a method and return Telegram's `result`.

        payload: plain JSON; `{"file": path}` anywhere in it uploads that file.
        Raises CallError with a fate for everything that is not "ok".
        """
        text = json.dumps(payload or {}, ensure_ascii=False, separators=(",", ":"))
        return await self.call_text(method, text, read_timeout)

    async def call_text(self, method: str, payload: str, read_timeout: float | None = None) -> Any:
        """Like `call`, with the payload as JSON text, which is sent as it is."""
        return self._result(*await self._answer(method, payload, read_timeout))

    async def updates(self, payload: dict[str, Any], read_timeout: float) -> list[object]:
        """Call getUpdates and return what was delivered.

        What cannot be read of it is `Spoiled`, each by itself. Raises CallError as `call` does.
        """
        status, answer = await self._answer("getUpdates", json.dumps(payload), read_timeout)
        try:
            found = self._result(status, answer)
        except CallError:
            if not (parts := read_answer(answer)):
                raise
            return parts
        return found if isinstance(found, list) else [None]

    async def _answer(
        self, method: str, payload: str, read_timeout: float | None
    ) -> tuple[int, bytes]:
        """Status and body of one call; raises CallError when there was no answer."""
        url = self._urls.get(method)
        if url is None:
            url = self._urls[method] = self._url(f"/bot{self.secret.reveal()}/{method}")
        body: Any = payload.encode()
        headers: dict[str, str] = _JSON
        if has_files(payload):
            body, size = await self._upload(payload)
            headers, read_timeout = {}, (read_timeout or self._read_timeout) + size / _SLOWEST
        return await self.exchange("POST", url, body, headers, read_timeout)

    async def exchange(
        self, verb: str, url: URL, body: Any, headers: dict[str, str], read_timeout: float | None
    ) -> tuple[int, bytes]:
        """Send one request; returns status and body.

        Raises CallError (NOT_SENT or UNCERTAIN) when there was no answer. It is raised outside
        of the handler of aiohttp's error, which knows the URL and must not become its context.
        """
        if self._session is None:
            raise RuntimeError("BotApi is not open")
        seconds = self._read_timeout if read_timeout is None else read_timeout
        proxy = self._proxy
        try:
            async with self._session.request(
                verb,
                url,
                data=body,
                headers=headers,
                timeout=_limits(seconds),
                allow_redirects=False,
                proxy=None if proxy is None else proxy.url,
                proxy_headers=None if proxy is None else proxy.headers,
            ) as response:
                self._note_time(response.headers.get("Date", ""))
                return response.status, await response.read()
        except _NOT_SENT as error:
            fate = Fate(Kind.NOT_SENT, type(error).__name__)
        except _LOST as error:
            fate = Fate(Kind.UNCERTAIN, type(error).__name__)
        raise CallError(fate)

    def _note_time(self, date: str) -> None:
        """What time it is for Telegram; looked at once a second."""
        if date == self._dated:
            return
        self._dated = date
        with suppress(ValueError):
            self.ahead = parsedate_to_datetime(date).timestamp() - time.time()

    async def _upload(self, payload: str) -> tuple[aiohttp.FormData, int]:
        try:
            return await multipart(json.loads(payload), self._make)
        except OSError as error:
            reason = f"file cannot be read: {type(error).__name__}"
        raise CallError(Fate(Kind.REFUSED, reason))

    def _result(self, status: int, answer: bytes) -> Any:
        data = _bot_api(answer)
        if data is None or (data["ok"] and "result" not in data):
            raise CallError(stranger(status))
        if data["ok"]:
            return data["result"]
        code, parameters = data.get("error_code"), data.get("parameters")
        if not isinstance(code, int):
            if status == 401:  # who does not number errors does not judge our token
                raise CallError(stranger(status))
            code = status
        description = self.secret.hide(str(data.get("description", "")))
        raise CallError(
            judge(code, description, parameters if isinstance(parameters, dict) else None)
        )

    def _url(self, path: str) -> URL:
        return URL(self.base + path, encoded=True)


class PtbRequest(BaseRequest):
    """PTB's own requests (getMe at start, files) through the same pool.

    PTB knows only a stand-in for the token; the real one is put in here.
    """

    def __init__(self, api: BotApi) -> None:
        self._api = api

    def __repr__(self) -> str:
        return f"PtbRequest({self._api!r})"

    @property
    def read_timeout(self) -> float | None:
        """Seconds."""
        return self._api._read_timeout

    async def initialize(self) -> None:
        """Nothing to do: the pool belongs to BotApi."""

    async def shutdown(self) -> None:
        """Nothing to do: the pool belongs to BotApi."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send a request for PTB. Raises telegram.error.TimedOut or NetworkError, without URL."""
        secret = self._api.secret
        address = URL(url.replace(secret.stand_in, secret.reveal(), 1), encoded=True)
        body, headers = _ptb_body(request_data)
        seconds = read_timeout if isinstance(read_timeout, int | float) else None
        try:
            return await self._api.exchange(method, address, body, headers, seconds)
        except CallError as error:
            fate = error.fate
        if "Timeout" in fate.reason:
            raise TimedOut(fate.reason)
        raise NetworkError(fate.reason)

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Read an answer. Raises TelegramError; PTB's own way logs the answer, words and all."""
        try:
            return json.loads(payload)
        except ValueError:
            pass
        raise TelegramError("Invalid server response")


def _limits(seconds: float) -> aiohttp.ClientTimeout:
    """For one call. The total ends an answer that comes byte by byte."""
    return aiohttp.ClientTimeout(
        total=CONNECT + seconds, connect=CONNECT, sock_connect=CONNECT, sock_read=seconds
    )


def _bot_api(answer: bytes) -> dict[str, Any] | None:
    """The answer of a Bot API server; None when it is somebody else's."""
    try:
        data = json.loads(answer)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and isinstance(data.get("ok"), bool) else None


def _ptb_body(data: RequestData | None) -> tuple[Any, dict[str, str]]:
    if data is None:
        return None, {}
    if not data.contains_files:
        return data.json_payload, _JSON
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, {}
