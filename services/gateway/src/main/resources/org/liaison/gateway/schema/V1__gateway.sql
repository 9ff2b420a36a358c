-- What a gateway keeps. Column comments say what an attacker gains who reads the table.

-- One key per case and authority, wrapped by the gateway's vault key, which is not in the database.
-- Deleting a case's rows here erases its content for ever; slips and evidence stay provable, for they hold digests only.
create table case_keys (
    id        uuid        primary key,
    case_id   text        not null,
    authority text        not null,
    wrapped   bytea       not null,
    created   timestamptz not null,
    unique (case_id, authority)
);

create table case_numbers (
    country text   not null,
    family  text   not null,
    year    int    not null,
    last    bigint not null,
    primary key (country, family, year)
);

-- One row per copy: the sender's, and one for each recipient at this gateway. event is what the message means for its
-- case, from which the state of the case is worked out afresh each time; null where the content could not be read.
-- marks are the few dates and codes of the form that move clocks, as name=value: nothing about a person.
-- form, letter, sealed and attachments.name are closed under the case key; a reader of the table learns what the hub
-- knows and no more.
create table messages (
    message_id     uuid        not null,
    authority      text        not null,
    direction      text        not null check (direction in ('OUT', 'IN')),
    case_id        text        not null,
    kind           text        not null,
    event          text,
    marks          text[]      not null,
    sender         text        not null,
    recipients     text[]      not null,
    priority       text        not null,
    due            timestamptz,
    handling       text[]      not null,
    suite          text        not null,
    created        timestamptz not null,
    expires        timestamptz not null,
    content_length bigint      not null,
    content_digest bytea       not null,
    slip           bytea       not null,
    key_id         uuid        not null,
    sealed         bytea       not null,
    letter         bytea,
    form           bytea,
    attachments    int         not null,
    stored_at      timestamptz not null,
    opened_at      timestamptz,
    primary key (message_id, authority)
);
alter table messages alter column sealed set storage external;
alter table messages alter column letter set storage external;
alter table messages alter column form set storage external;
create index messages_by_box on messages (authority, direction, message_id desc);
create index messages_by_case on messages (case_id, authority, message_id);

create table attachments (
    message_id uuid   not null,
    authority  text   not null,
    n          int    not null,
    name       bytea  not null,
    media_type text   not null,
    size       bigint not null,
    digest     bytea  not null,
    primary key (message_id, authority, n),
    foreign key (message_id, authority) references messages
);

create index attachments_by_digest on attachments (digest, authority);

-- How far a message has come towards each recipient (see Passage). An incoming copy has one row: its own.
create table passages (
    message_id uuid        not null,
    authority  text        not null,
    recipient  text        not null,
    state      text        not null,
    since      timestamptz not null,
    reason     text,
    details    text,
    primary key (message_id, authority, recipient),
    foreign key (message_id, authority) references messages
);

-- What still has to go to the hub. An envelope's row goes when every recipient's evidence is verified, a statement's
-- when the broker has it.
create table outbox (
    id           uuid        primary key,
    message_id   uuid        not null,
    authority    text        not null,
    statement    bytea,
    size         bigint      not null,
    urgent       boolean     not null,
    round        int         not null default 0,
    next_at      timestamptz not null,
    leased_until timestamptz not null,
    limit_at     timestamptz not null,
    give_up_at   timestamptz not null,
    overdue      boolean     not null default false
);
create index outbox_by_turn on outbox (urgent desc, next_at);
create index outbox_by_message on outbox (message_id, authority);

-- Evidence issued here and evidence received. signed is the CMS, receipt the log's proof as JSON.
create table evidence (
    evidence_id uuid        not null,
    authority   text        not null,
    message_id  uuid        not null,
    event       text        not null,
    issuer      text        not null,
    recipient   text,
    event_time  timestamptz not null,
    reasons     text        not null,
    signed      bytea       not null,
    receipt     bytea,
    log_index   bigint,
    tree_size   bigint,
    stored_at   timestamptz not null,
    primary key (evidence_id, authority)
);
create index evidence_by_message on evidence (message_id, authority, event_time);

-- Arrivals that are not what the protocol promises. Kept for the operator, never shown to an officer, never lost.
create table set_aside (
    id         uuid        primary key,
    arrived_at timestamptz not null,
    mailbox    text        not null,
    message_id uuid,
    cause      text        not null,
    frame      bytea       not null
);

-- Submissions that were refused here before anything was sent: that, not what.
create table refusals (
    id         uuid        primary key,
    refused_at timestamptz not null,
    authority  text        not null,
    kind       text        not null,
    reason     text        not null,
    problems   int         not null
);

-- Verified checkpoints of the audit log. One size with two roots is the proof of a fork.
create table checkpoints (
    origin  text        not null,
    size    bigint      not null,
    root    bytea       not null,
    note    bytea       not null,
    seen_at timestamptz not null,
    primary key (origin, size)
);

-- Who may ask. The token itself is nowhere: 256 random bits need no slow hash.
create table tokens (
    id          uuid        primary key,
    label       text        not null,
    digest      bytea       not null unique,
    authorities text[]      not null,
    created     timestamptz not null,
    revoked     timestamptz
);

-- The last directory and rulebook taken, so that an old one, though genuine, is never taken again.
create table marks (
    snapshot text primary key,
    mark     text not null
);
