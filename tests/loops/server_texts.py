"""Refusals as the Bot API server and Telegram's servers word them, by what they mean for us.

Texts in small letters are the Bot API server's own, those in capitals come from Telegram's servers.
Below UNKNOWN stands whatever proves nothing against the words that were to be sent.
"""

from store.outcome import Kind

BAD_REQUEST: dict[Kind, str] = {
    Kind.REFUSED: """
        message is too long
        MESSAGE_TOO_LONG
        message caption is too long
        caption is too long
        MEDIA_CAPTION_TOO_LONG
        message text is empty
        text must be non-empty
        message must be non-empty
        MESSAGE_EMPTY
        message to copy not found
        message to forward not found
        file must be non-empty
        IMAGE_PROCESS_FAILED
        PHOTO_INVALID_DIMENSIONS
        PHOTO_EXT_INVALID
        MEDIA_EMPTY
        MEDIA_INVALID
        MEDIA_TYPE_INVALID
        MEDIA_GROUPED_INVALID
        can't use the media of the specified type in the album
        wrong type of the web page content
        wrong HTTP URL specified
        failed to get HTTP URL content
        file is too big
        VOICE_MESSAGES_FORBIDDEN
    """,
    Kind.UNPARSABLE: """
        can't parse entities: unclosed start tag at byte offset 3
        can't parse entities: unsupported start tag "15" at byte offset 9
        can't parse entities: can't find end of the entity starting at byte offset 5
        ENTITY_BOUNDS_INVALID
        ENTITY_MENTION_USER_INVALID
        ENTITY_TEXTURL_INVALID
    """,
    Kind.FILE_GONE: """
        wrong file identifier/HTTP URL specified
        wrong remote file identifier specified: wrong padding in the string
        wrong file_id or the file is temporarily unavailable
        invalid file_id
        can't use file of type Photo as Document
        FILE_REFERENCE_EXPIRED
        FILE_REFERENCE_0_INVALID
        FILE_ID_INVALID
    """,
    Kind.MESSAGE_GONE: """
        message to edit not found
        message to delete not found
        message to react not found
        message can't be edited
        message can't be deleted
        message can't be deleted for everyone
        MESSAGE_ID_INVALID
        MESSAGE_NOT_FOUND
        message not found
        there is no text in the message to edit
        there is no caption in the message to edit
        there is no media in the message to edit
        MESSAGE_EDIT_TIME_EXPIRED
        MESSAGE_DELETE_FORBIDDEN
    """,
    Kind.REPLY_GONE: """
        REPLY_MESSAGE_ID_INVALID
        REPLY_TO_INVALID
        message to be replied not found
        message to reply not found
        replied message not found
        reply message not found
        QUOTE_TEXT_INVALID
    """,
    Kind.NOT_MODIFIED: """
        message is not modified
        MESSAGE_NOT_MODIFIED
        TOPIC_NOT_MODIFIED
        CHAT_NOT_MODIFIED
    """,
    Kind.QUERY_OLD: """
        query is too old and response timeout expired or query ID is invalid
        QUERY_ID_INVALID
    """,
    Kind.TOPIC_CLOSED: "TOPIC_CLOSED",
    Kind.TOPIC_GONE: """
        message thread not found
        TOPIC_DELETED
        TOPIC_ID_INVALID
    """,
    Kind.CHAT_GONE: """
        chat not found
        PEER_ID_INVALID
        CHAT_ID_INVALID
        group chat was deactivated
        group chat was deleted
        CHANNEL_PRIVATE
        USER_NOT_PARTICIPANT
    """,
    Kind.MIGRATED: "group chat was upgraded to a supergroup chat",
    Kind.BLOCKED: """
        USER_IS_BLOCKED
        USER_IS_BOT
    """,
    Kind.DEACTIVATED: """
        INPUT_USER_DEACTIVATED
        USER_DEACTIVATED
        USER_DEACTIVATED_BAN
    """,
    Kind.NOT_ACCEPTING: """
        PRIVACY_PREMIUM_REQUIRED
        USER_PRIVACY_RESTRICTED
        ALLOW_PAYMENT_REQUIRED
        BOT_ACCESS_FORBIDDEN
    """,
    Kind.FORBIDDEN: """
        not enough rights
        not enough rights to send text messages to the chat
        not enough rights to send photos to the chat
        not enough rights to send documents to the chat
        not enough rights to send voice notes to the chat
        not enough rights to send video notes to the chat
        not enough rights to send stickers to the chat
        not enough rights to send animations to the chat
        not enough rights to send polls to the chat
        not enough rights to create a topic
        not enough rights to manage topics
        not enough rights to edit the topic
        not enough rights to close the topic
        not enough rights to reopen the topic
        not enough rights to delete the topic
        not enough rights to unpin all topic messages
        not enough rights to manage pinned messages in the chat
        not enough rights to restrict/unrestrict chat member
        not enough rights to change chat title
        not enough rights to set chat description
        have no rights to send a message
        need administrator rights in the channel chat
        need administrator rights in the supergroup chat
        need to be inviter of a user to kick it from a basic group; administrator rights required
        the chat is not a forum
        CHANNEL_FORUM_MISSING
        CHAT_ADMIN_REQUIRED
        CHAT_WRITE_FORBIDDEN
        CHAT_RESTRICTED
        CHAT_GUEST_SEND_FORBIDDEN
        CHAT_SEND_PLAIN_FORBIDDEN
        CHAT_SEND_PHOTOS_FORBIDDEN
        CHAT_SEND_VIDEOS_FORBIDDEN
        CHAT_SEND_VOICES_FORBIDDEN
        CHAT_SEND_ROUNDVIDEOS_FORBIDDEN
        CHAT_SEND_DOCS_FORBIDDEN
        CHAT_SEND_AUDIOS_FORBIDDEN
        CHAT_SEND_MEDIA_FORBIDDEN
        CHAT_SEND_STICKERS_FORBIDDEN
        CHAT_SEND_GIFS_FORBIDDEN
        CHAT_SEND_POLL_FORBIDDEN
        CHAT_SEND_INLINE_FORBIDDEN
        CHAT_SEND_WEBPAGE_FORBIDDEN
        USER_RESTRICTED
        RIGHT_FORBIDDEN
        ANONYMOUS_REACTIONS_FORBIDDEN
    """,
    Kind.RATE: """
        FLOOD_WAIT_17
        FLOOD_PREMIUM_WAIT_4
        SLOWMODE_WAIT_30
        failed to send message #1 with the error message "Too Many Requests: retry after 5"
    """,
    Kind.UNCERTAIN: "group send failed",
    Kind.FROZEN: """
        FROZEN_METHOD_INVALID
        FROZEN_PARTICIPANT_MISSING
    """,
    Kind.UNKNOWN: """
        message can't be copied
        the message can't be copied
        message can't be forwarded
        messages can't be copied
        CHAT_FORWARDS_RESTRICTED
        inline keyboard expected
        reply markup is too long
        REPLY_MARKUP_TOO_LONG
        REPLY_MARKUP_INVALID
        BUTTON_DATA_INVALID
        BUTTON_URL_INVALID
        BUTTON_TYPE_INVALID
        BUTTON_TEXT_INVALID
        BUTTON_USER_INVALID
        BUTTON_USER_PRIVACY_DISABLED
        BUTTON_COPY_TEXT_INVALID
        BUTTON_ID_INVALID
        KEYBOARD_BUTTON_INVALID
        BOT_DOMAIN_INVALID
        text buttons are unallowed in the inline keyboard
        object expected as reply markup
        can't parse reply keyboard markup JSON object
        can't parse inline keyboard button: text buttons are unallowed in the inline keyboard
        can't parse keyboard button: field "text" must be of type String
        can't parse message entities JSON object
        can't parse reply parameters: field "message_id" must be of type Number
        can't parse link preview options JSON object
        can't parse media: field "type" must be of type String
        can't parse message identifiers JSON array
        can't parse reaction type JSON object
        chat_id is empty
        chat identifier is not specified
        user_id is empty
        message identifier is not specified
        message identifiers are not specified
        message_id is empty
        message identifiers must be in a strictly increasing order
        too many message identifiers specified
        unsupported parse_mode
        wrong parse mode
        invalid message_effect_id specified
        EFFECT_ID_INVALID
        EFFECT_CHAT_INVALID
        invalid business connection identifier specified
        BUSINESS_CONNECTION_INVALID
        BUSINESS_PEER_INVALID
        BUSINESS_PEER_USAGE_MISSING
        STORIES_TOO_MUCH
        REACTION_INVALID
        REACTION_EMPTY
        REACTIONS_TOO_MANY
        REACTIONS_COUNT_INVALID
        invalid reaction type specified
        invalid forum topic name
        topic name is empty
        TOPIC_TITLE_EMPTY
        TOPIC_NAME_INVALID
        TOPICS_TOO_MUCH
        TOPICS_EMPTY
        TOPIC_PINNED_TOO_MUCH
        invalid icon color specified
        DOCUMENT_INVALID
        STICKER_INVALID
        PHOTO_SAVE_FILE_INVALID
        PHOTO_FILE_MISSING
        PHOTO_CROP_SIZE_SMALL
        FILE_PARTS_INVALID
        FILE_PART_0_MISSING
        FILE_PART_INVALID
        FILE_PART_LENGTH_INVALID
        FILE_MIGRATE_4
        FILE_CONTENT_TYPE_INVALID
        MD5_CHECKSUM_INVALID
        IMPORT_TOKEN_INVALID
        WEBPAGE_NOT_FOUND
        WEBPAGE_URL_INVALID
        WEBDOCUMENT_INVALID
        WEBDOCUMENT_MIME_INVALID
        WEBDOCUMENT_SIZE_TOO_BIG
        WEBDOCUMENT_URL_EMPTY
        EXTERNAL_URL_INVALID
        there is no photo in the request
        there is no document in the request
        there is no voice in the request
        group of media is expected
        wrong number of messages in the album: 1
        there are no messages to send
        too many messages to send as an album
        MULTI_MEDIA_TOO_LONG
        SLOWMODE_MULTI_MSGS_DISABLED
        RANDOM_ID_DUPLICATE
        RANDOM_ID_EMPTY
        SCHEDULE_DATE_TOO_LATE
        SCHEDULE_DATE_INVALID
        SCHEDULE_TOO_MUCH
        SCHEDULE_BOT_NOT_ALLOWED
        SCHEDULE_STATUS_PRIVATE
        SEND_AS_PEER_INVALID
        CHANNEL_INVALID
        CHANNEL_MONOFORUM_UNSUPPORTED
        CHAT_INVALID
        CHAT_NOT_FOUND_IN_LIST
        CHAT_DISCUSSION_UNALLOWED
        CHAT_LINK_EXISTS
        CHAT_TITLE_EMPTY
        CHAT_ABOUT_TOO_LONG
        USER_ID_INVALID
        USER_INVALID
        USER_BANNED_IN_CHANNEL
        USER_ALREADY_PARTICIPANT
        USER_CHANNELS_TOO_MUCH
        USERNAME_INVALID
        USERNAME_NOT_OCCUPIED
        PARTICIPANT_ID_INVALID
        user not found
        member not found
        member list is inaccessible
        user is an administrator of the chat
        can't remove chat owner
        can't restrict self
        can't ban members in private chats
        method is available only for supergroups
        method is available for supergroup and channel chats only
        not in the chat
        invalid user_id specified
        message to pin not found
        message to unpin not found
        CHAT_PINNED_TOO_MUCH
        PIN_RESTRICTED_TO_OWNER
        INLINE_RESULT_EXPIRED
        RESULT_ID_INVALID
        RESULTS_TOO_MUCH
        QUERY_TOO_SHORT
        BOT_INVALID
        BOT_METHOD_INVALID
        BOT_COMMAND_INVALID
        BOT_COMMAND_DESCRIPTION_INVALID
        BOT_COMMANDS_TOO_MUCH
        BOTS_TOO_MUCH
        BOT_GROUPS_BLOCKED
        BOT_PAYMENTS_DISABLED
        BOT_POLLS_DISABLED
        BOT_RESPONSE_TIMEOUT
        BOT_SCORE_INVALID
        BOT_DESCRIPTION_INVALID
        POLL_ANSWER_INVALID
        POLL_OPTION_INVALID
        POLL_QUESTION_INVALID
        poll has already been closed
        PREMIUM_ACCOUNT_REQUIRED
        BALANCE_TOO_LOW
        STARS_AMOUNT_INVALID
        PAYMENT_UNSUPPORTED
        PAYMENT_PROVIDER_INVALID
        CURRENCY_TOTAL_AMOUNT_INVALID
        ENTITIES_TOO_LONG
        MSG_ID_INVALID
        MSG_WAIT_FAILED
        MSG_TOO_OLD
        PEER_FLOOD
        PEER_TYPES_INVALID
        PEER_ID_NOT_SUPPORTED
        INPUT_METHOD_INVALID
        INPUT_REQUEST_TOO_LONG
        INPUT_FETCH_FAIL
        CONNECTION_LAYER_INVALID
        CONNECTION_NOT_INITED
        PERSISTENT_TIMESTAMP_INVALID
        TIMEOUT
        WORKER_BUSY_TOO_LONG_RETRY
        RPC_CALL_FAIL
        RPC_MCGET_FAIL
        INTERDC_2_CALL_ERROR
        HISTORY_GET_FAILED
        TRANSLATE_REQ_FAILED
        DC_ID_INVALID
        NETWORK_MIGRATE_2
        AUTH_KEY_DUPLICATED
        SESSION_TOO_FRESH_60
        UPDATE_APP_TO_LOGIN
        TAKEOUT_REQUIRED
        TOKEN_INVALID
        API_ID_INVALID
        CDN_METHOD_INVALID
        DATA_INVALID
        DATA_TOO_LONG
        GAME_BOT_INVALID
        GIF_ID_INVALID
        GEO_POINT_INVALID
        LOCATION_INVALID
        CONTACT_MISSING
        PHONE_NUMBER_INVALID
        phone number is empty
        latitude is empty
        title is empty
        WC_CONVERT_URL_INVALID
        URL_INVALID
        WEBAPP_DATA_INVALID
        url host is empty
        bad webhook: HTTPS url must be provided for webhook
        bad webhook: IP address 127.0.0.1 is reserved
        secret token contains unallowed characters
        whatever Telegram invents next year
    """,
}

FORBIDDEN: dict[Kind, str] = {
    Kind.BLOCKED: """
        bot was blocked by the user
        bot can't initiate conversation with a user
        bot can't send messages to bots
        the bot can't send messages to the bot
    """,
    Kind.DEACTIVATED: "user is deactivated",
    Kind.NOT_ACCEPTING: """
        user requires payment
        PRIVACY_PREMIUM_REQUIRED
        BOT_ACCESS_FORBIDDEN
        user not found
    """,
    Kind.CHAT_GONE: """
        bot was kicked from the group chat
        bot was kicked from the supergroup chat
        bot was kicked from the channel chat
        bot is not a member of the channel chat
        bot is not a member of the supergroup chat
        the group chat was deleted
        private chat not found
    """,
    Kind.FORBIDDEN: """
        not enough rights to send text messages to the chat
        CHAT_WRITE_FORBIDDEN
        CHAT_ADMIN_REQUIRED
        RIGHT_FORBIDDEN
    """,
    Kind.UNKNOWN: """
        MESSAGE_AUTHOR_REQUIRED
        USER_NOT_MUTUAL_CONTACT
        USER_CHANNELS_TOO_MUCH
        INLINE_BOT_REQUIRED
        POLL_VOTE_REQUIRED
        PREMIUM_ACCOUNT_REQUIRED
        TAKEOUT_INIT_DELAY_60
        something new
    """,
}


def texts() -> list[tuple[int, str, Kind]]:
    """Code, text as it comes, and what it means."""
    return [
        (code, f"{prefix}: {line.strip()}", kind)
        for code, prefix, known in (
            (400, "Bad Request", BAD_REQUEST),
            (403, "Forbidden", FORBIDDEN),
        )
        for kind, block in known.items()
        for line in block.strip().splitlines()
    ]
