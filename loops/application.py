"""PTB's Application as a dispatcher only: it fetches, sends and keeps nothing."""

from typing import Any

from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackContext,
    ExtBot,
)

from loops.http import BotApi, PtbRequest

Bot = ExtBot[None]
_Dict = dict[Any, Any]
Context = CallbackContext[Bot, _Dict, _Dict, _Dict]


class Dispatcher(Application[Bot, Context, _Dict, _Dict, _Dict, None]):
    """An Application in which a failing handler fails its update."""

    def add_handler(self, handler: BaseHandler[Any, Context, Any], group: int = 0) -> None:
        """Add a handler. Raises ValueError for one that would run outside its update's turn."""
        if not handler.block:
            raise ValueError("a handler with block=False outlives the transaction of its update")
        super().add_handler(handler, group)

    async def process_error(
        self,
        update: object | None,
        error: Exception,
        *_more: object,
        **_named: object,
    ) -> bool:
        """Raise the handler's error again: PTB would swallow it and half an update would stay."""
        raise error


def build(api: BotApi) -> Dispatcher:
    """Build the dispatcher; add handlers to it before the loops run.

    PTB gets a stand-in for the token: what it never knew it can neither log nor raise.
    """
    request = PtbRequest(api)
    bot: Bot = ExtBot(
        api.secret.stand_in,
        base_url=f"{api.base}/bot",
        base_file_url=f"{api.base}/file/bot",
        request=request,
        get_updates_request=request,
    )
    builder = (
        ApplicationBuilder().application_class(Dispatcher).bot(bot).updater(None).job_queue(None)
    )
    application = builder.build()
    assert isinstance(application, Dispatcher)
    return application
