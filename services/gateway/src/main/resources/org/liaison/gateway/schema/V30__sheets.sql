-- What officers are writing. wrapped is the sheet's own key under the vault's; answers, names and files are closed under
-- it. Who reads the tables learns who writes what kind of message to whom, and no more. Deleting a sheet's row destroys
-- its key with it.
create table sheets (
    id         uuid        primary key,
    author     uuid        not null,
    authority  text        not null,
    kind       text        not null,
    case_id    text,
    recipients text[]      not null,
    priority   text        not null,
    due        timestamptz,
    handling   text[]      not null,
    wrapped    bytea       not null,
    answers    bytea       not null,
    handed_by  uuid,
    last_file  int         not null default 0,
    -- The message that this becomes: chosen before the first try to send, so that a second try is the same message.
    message_id uuid,
    touched    timestamptz not null
);
create index sheets_by_author on sheets (author, touched desc);
create index sheets_for_release on sheets (authority, touched) where handed_by is not null;

create table sheet_files (
    sheet_id   uuid   not null references sheets on delete cascade,
    n          int    not null,
    name       bytea  not null,
    media_type text   not null,
    size       bigint not null,
    digest     bytea  not null,
    content    bytea  not null,
    primary key (sheet_id, n)
);
alter table sheet_files alter column content set storage external;
