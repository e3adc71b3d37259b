"""The officers' desk at the edge: a staff group with topics, one topic per case.

Nothing here decides what is right (that is `flows.desk`) and nothing calls Telegram: every act
reads and changes the store inside the transaction of the update, the result or the tick in hand,
and leaves calls in the outbox. One noun per module.

The ground:

desk         what the desk needs besides the store: content, clock, chance, groups
filed        a case as stored, and where its topic is
saying       words to either side of a case, kept in the ledger until they are shown
job          one unit of work: a transaction, and the calls decided in it; a visit is one in a
             participant's own update
ringing      who is meant is named in the topic, and called in private
verdicts     what officers say of statements, for the content in force

The rooms; none reaches into another one that is not named above it:

topic        making (a topic is made once, found again, replaced when deleted), card,
             leaving (a topic is deleted in the end)
carry        messages (what is read from one), inward (what the participant writes goes into the
             topic), held (messages that wait for a supervisor)
case         opening (a number and a place), taking (taken, released), moving (handed on),
             ending (closing, leaving, rating, opening again)
carry        outward (what the officer writes goes to the participant)
participant  asking (the two questions before a case), intake (the answers to them), buttons,
             trouble (troubles as they are met)
staff        roles (who may do what), members (people come and go), buttons (with taps/, what
             they do), commands (an order is one),
             offered (ready texts: previewed, sent, kept for the editors), reports (the figures),
             trends (disturbances), statements (do they still hold?), stuck (who is stuck, and
             going to them)
recovery     what each side hears after a setback, and topics that are not known any more
follow_up    what a case needs after an act, at the end of each unit of work

The doors:

private      the participant's side: is there an open case?
group        updates of staff groups
results      what became of the calls of the desk
clock        reminders, gathered messages, cards, retention
"""
