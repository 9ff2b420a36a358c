-- Who may come in. What a reader of each table gains is in services/signin/DESIGN.md.

-- A person is invited (enrolled is null), enrolled, or disabled; rows are never deleted, because records name them.
-- epoch goes up whenever all sessions of the person must end. handle is what passkeys call the person.
create table signin_persons (
    id       uuid        primary key,
    handle   bytea       not null unique,
    login    text        not null unique check (login ~ '^[a-z0-9]([a-z0-9._@-]{0,62}[a-z0-9])?$'),
    name     text        not null,
    language text        not null,
    zone     text        not null,
    password text,
    issuer   text,
    subject  text,
    enrolled timestamptz,
    disabled timestamptz,
    epoch    bigint      not null default 1,
    created  timestamptz not null,
    unique (issuer, subject),
    check ((issuer is null) = (subject is null))
);

create table signin_grants (
    person uuid not null references signin_persons,
    role   text not null,
    scope  text not null,
    primary key (person, role, scope)
);
create index signin_grants_by_scope on signin_grants (scope, role);

-- digest is the SHA-256 of 256 random bits, which only the link holds.
create table signin_links (
    digest  bytea       primary key check (octet_length(digest) = 32),
    person  uuid        not null references signin_persons,
    first   boolean     not null,
    created timestamptz not null,
    expires timestamptz not null,
    used    timestamptz
);
create index signin_links_by_person on signin_links (person);

create table signin_passkeys (
    credential  bytea       primary key,
    person      uuid        not null references signin_persons,
    public_key  bytea       not null,
    signatures  bigint      not null,
    verified    boolean     not null,
    transports  text[]      not null,
    backupable  boolean     not null,
    backed_up   boolean     not null,
    attestation bytea       not null,
    client      bytea       not null,
    label       text        not null,
    created     timestamptz not null,
    last_used   timestamptz not null
);
create index signin_passkeys_by_person on signin_passkeys (person);

-- Failed tries with a password. key is the SHA-256 of a login name or a source address.
create table signin_attempts (
    kind  text        not null check (kind in ('name', 'address')),
    key   bytea       not null,
    tries int         not null,
    last  timestamptz not null,
    until timestamptz not null,
    primary key (kind, key)
);

-- What was changed, by whom. Never a secret. Rows are added and nothing else.
create table signin_events (
    id     bigint      generated always as identity primary key,
    at     timestamptz not null,
    what   text        not null,
    person uuid        references signin_persons,
    by     uuid        references signin_persons,
    detail text        not null
);
create index signin_events_by_person on signin_events (person, id);

create function signin_events_stay() returns trigger language plpgsql as $$
begin
    raise exception 'signin_events is append-only';
end $$;
create trigger signin_events_stay before update or delete or truncate on signin_events
    for each statement execute function signin_events_stay();
