"""Which option of a question people mean by their words: learned from how each option is said."""

from __future__ import annotations

from flows.ears.options.alike import PART as ALIKE
from flows.ears.options.alike import SEEN, Ways, said_alike
from flows.ears.options.book import OptionBook
from flows.ears.options.index import OptionIndex
from flows.ears.options.likeness import Likeness
from flows.ears.options.signed import NOT, Clause, Signs
from flows.ears.options.weigh import CLEAR, SURE, Weighed, says, weigh

__all__ = [
    "ALIKE",
    "CLEAR",
    "NOT",
    "SEEN",
    "SURE",
    "Clause",
    "Likeness",
    "OptionBook",
    "OptionIndex",
    "Signs",
    "Ways",
    "Weighed",
    "said_alike",
    "says",
    "weigh",
]
