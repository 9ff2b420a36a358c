-- What each gateway last said of a changed audit log, with both checkpoints in the log's own signatures; a proof stays.
-- Who deletes it makes this hub forget; the gateways keep theirs.
create table hub_log_claims (
    gateway text        primary key,
    heard   timestamptz not null,
    proven  boolean     not null,
    claim   text        not null
);
