"""Bot API methods by family. Importing the package fills the registry."""

from sandbox.methods import (
    chatinfo,
    commands,
    copying,
    deleting,
    editing,
    feedback,
    forum,
    media,
    pins,
    profile,
    sending,
)
from sandbox.methods.registry import METHODS

__all__ = [
    "METHODS",
    "chatinfo",
    "commands",
    "copying",
    "deleting",
    "editing",
    "feedback",
    "forum",
    "media",
    "pins",
    "profile",
    "sending",
]
