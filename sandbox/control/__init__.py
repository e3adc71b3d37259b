"""The control side: play the people, make bad weather, read what happened.

JSON in, JSON out, under `/sim`. `chat` defaults to the private chat of `user`. A wrong request
is answered 400 (404 for an unknown id) with `{"error": "what is wrong and what there is"}`.

People
  GET  /sim/users                                     everybody
  POST /sim/users {id?, first_name?, last_name?, username?, language_code?}
  GET  /sim/bot?chat=&user=                           name, description, menu commands for a person
  POST /sim/bot {reads_all?, frozen?}                 privacy mode; the bot itself frozen
  POST /sim/block {user, blocked?}                    my_chat_member update; writing unblocks
  POST /sim/account {user, state}                     usual, deactivated, paid ...

Speaking as a person (each answers {message_id, update_id, chat, revision})
  POST /sim/say {user, text, chat?, thread?, reply_to?}
  POST /sim/send {user, kind, chat?, thread?, reply_to?, caption?, data?, file_name?, mime?,
                  file_id?, album?, latitude?, longitude?, phone_number?, first_name?}
       kind: photo, document, voice, video, audio, sticker, location, contact; data is base64,
       without it a small sample is sent
  POST /sim/make {user, kind, chat?, thread?, reply_to?}
       any other kind a client can make: gift, pinned_message, rich_message ... (sandbox/kinds.py)
  POST /sim/edit {user, message_id, text, chat?}
  POST /sim/delete {user, message_id, chat?}          bots are not told
  POST /sim/forward {user, from_chat, message_id, chat?, thread?}
  POST /sim/react {user, message_id, emoji, chat?}    "" takes it back
  POST /sim/vote {user, message_id, options: [0, ...], chat?}
  POST /sim/inline {user, query?}                     an inline query; its number
  POST /sim/tap {user, label | data, message_id?, chat?, thread?}
       label: the button on the newest message that has it (or of that message), also of the
       reply keyboard; data: any callback_data, forged or old

Looking
  GET  /sim/chats                                     all chats, newest change last
  GET  /sim/screen?chat=                              newest message of the bot, reply keyboard
  GET  /sim/messages?chat=&thread=&after=&since=&limit=&deleted=
       after: message id; since: revision (changed messages, deleted ones too);
       thread=0: messages in no topic
  GET  /sim/inline?query_id=                          what the bot offered, null before it has
  GET  /sim/toasts?chat=                              answers to taps, oldest first
  GET  /sim/pending?chat=                             taps nobody has answered yet
  GET  /sim/files/<file_id>                           the bytes
  GET  /sim/wait?chat=&after=&by=&quiet=&timeout=     until the revision (by=bot: of the bot's
       last act) is above `after`; quiet=seconds: until nothing has changed for so long
  GET  /sim/ready?timeout=                            until a bot waits in getUpdates
  GET  /sim/events                                    server-sent events for the page

Groups
  POST /sim/groups {title, forum?, kind?, members?: [{user, status?}], bot_status?}
  POST /sim/members {chat, user ("bot" for the bot), status, rights?, title?, by?}
  GET  /sim/members?chat=
  GET  /sim/topics?chat=
  POST /sim/topics {chat, user, name, icon_color?}    a person opens a topic
  POST /sim/topics/delete {chat, thread, user?, answer?}
       answer: what sendMessage into it says afterwards, "message thread not found" (default) or
       "TOPIC_DELETED"; both are seen
  POST /sim/topics/close {chat, thread, user, closed?}  by hand, in a client
  POST /sim/permissions {chat, permissions}           what members may do in it
  POST /sim/protect {chat, protected?}                nothing of it may be copied or forwarded
  POST /sim/migrate {chat}                            new id, old one answers migrate_to_chat_id

Weather
  POST   /sim/faults {kind, times?, method?, chat?, skip?, retry_after?, code?, description?,
                      seconds?, body?, content_type?, headers?, location?}
         too_many, error, raw, raw_after, redirect, drop_before, drop_after, stall_before,
         stall_after, slow, drip, broken_json (sandbox/faults.py says what each does)
  GET    /sim/faults
  DELETE /sim/faults
  POST   /sim/update {update} | {raw}                 push an update as it is; raw: any text
  POST   /sim/update_id {next}                        the id of the next update, lower ones too
  POST   /sim/limits {on?, per_group?, chat_rate?, chat_burst?, overall_rate?, overall_burst?,
                      query_lifetime?}
  POST   /sim/clock {skip}                            seconds to move the sandbox's clock on
  POST   /sim/reset

Reading
  GET  /sim/log?after=&method=&chat=&limit=           Bot API calls in order
  GET  /sim/stats                                     counts: calls, refusals, updates
"""

from __future__ import annotations

from aiohttp import web

from sandbox.control import groups, look, people, speak, watch, weather


def add_routes(app: web.Application) -> None:
    for module in (people, speak, look, groups, weather, watch):
        app.add_routes(module.routes)
