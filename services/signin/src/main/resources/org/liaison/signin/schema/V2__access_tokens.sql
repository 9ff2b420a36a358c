-- What lets a person's programs in. digest is the SHA-256 of the token, which only the program holds; epoch is the person's
-- when it was made: whatever ends the person's sessions ends the token.
create table signin_tokens (
    id        uuid        primary key,
    digest    bytea       not null unique check (octet_length(digest) = 32),
    person    uuid        not null references signin_persons,
    label     text        not null,
    epoch     bigint      not null,
    created   timestamptz not null,
    expires   timestamptz not null,
    last_used timestamptz,
    revoked   timestamptz
);
create index signin_tokens_by_person on signin_tokens (person, created);

-- Failed tries with a token, from a source address: counted apart, so that a program with an old token never keeps people from
-- their passwords.
alter table signin_attempts drop constraint signin_attempts_kind_check;
alter table signin_attempts add constraint signin_attempts_kind_check check (kind in ('name', 'address', 'token'));
