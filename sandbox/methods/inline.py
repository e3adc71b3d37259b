"""answerInlineQuery, and the question it answers."""

from __future__ import annotations

from typing import Any

from sandbox.errors import QUERY_TOO_OLD, bad
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.people import User
from sandbox.world import World

RESULTS_AT_MOST = 50


def ask_inline(world: World, user: User, query: str) -> str:
    """A person types the bot's name and something behind it, anywhere; the query's number."""
    query_id = str(3_049_600_000_000_000_001 + len(world.inline))
    world.inline[query_id] = None
    asked = {"id": query_id, "from": user.card(), "query": query, "offset": ""}
    world.queue.push("inline_query", {**asked, "chat_type": "private"})
    return query_id


@method("answerInlineQuery")
def answer_inline(world: World, params: Params) -> Any:
    query_id = params.text("inline_query_id")
    results = params.obj("results", "inline query results")
    if not isinstance(results, list):
        raise bad("can't parse inline query result: expected an Array of inline query results")
    if len(results) > RESULTS_AT_MOST:
        raise bad("RESULTS_TOO_MUCH")
    ids = [str(each.get("id", "")) for each in results]
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    if world.inline.get(query_id, results) is not None:
        raise bad(QUERY_TOO_OLD)
    world.inline[query_id] = results
    return True
