-- The largest tree of the audit log that this gateway found to have grown out of all it saw before, and its own line under
-- the note. Who sets it back can have this gateway cosign a log that was changed in between.
create table log_watch (
    origin   text        primary key,
    size     bigint      not null,
    root     bytea       not null,
    note     bytea       not null,
    cosigned bytea
);

-- The newest cosignature of each witness, under a checkpoint that was found to belong to the same log.
create table log_witnesses (
    origin      text        not null,
    witness     text        not null,
    size        bigint      not null,
    cosigned_at timestamptz not null,
    note        bytea       not null,
    primary key (origin, witness)
);

-- Whether the published log was found to have grown out of this checkpoint.
alter table checkpoints add column stands boolean not null default false;
create index checkpoints_not_held_yet on checkpoints (size) where not stands;
