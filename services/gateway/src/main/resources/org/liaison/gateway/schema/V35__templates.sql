-- What officers keep of a sheet to begin others with: a name and answers that are about no person, under a key of
-- their own.
create table templates (
    id        uuid        primary key,
    author    uuid        not null,
    authority text        not null,
    kind      text        not null,
    shared    boolean     not null,
    wrapped   bytea       not null,
    name      bytea       not null,
    answers   bytea       not null,
    kept      timestamptz not null
);
create index templates_by_authority on templates (authority);
