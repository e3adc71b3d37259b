"""Everything the bot listens with, built once for one content: free text in, meaning out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flows.content.calo import CaloSheet
from flows.content.guide import Topic, Trouble
from flows.content.numbers import Numbers
from flows.ears.calo import CaloCheck
from flows.ears.commands import Commands
from flows.ears.facts_in_text import FactFinder
from flows.ears.mood import Moods
from flows.ears.recognise import Recogniser
from flows.ears.search import Search
from flows.language.wordlist import word_list


class Ears:
    """Search, moods, commands, screens of JMO, facts and broker flags, all with one reader.

    `choices`: step → option → further ways of saying it, for `parse_choice`.
    """

    def __init__(
        self,
        topics: Mapping[str, Topic],
        troubles: Mapping[str, Trouble],
        words: Mapping[str, Any],
        sheet: CaloSheet | None,
        numbers: Numbers,
    ) -> None:
        """`words`: the raw mapping of ``words.yaml``."""
        self.search = Search(topics, words)
        listed = word_list(words)
        self.choices = listed.choices
        reader = self.search.normaliser
        self.moods = Moods(listed, reader)
        self.commands = Commands(listed.commands, listed.empty, reader)
        self.screens = Recogniser(troubles, reader)
        self.facts = FactFinder(listed, reader, numbers)
        self.calo = CaloCheck(sheet.model_dump() if sheet else {}, reader)
