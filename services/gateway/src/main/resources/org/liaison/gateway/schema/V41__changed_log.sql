-- The first proof that the audit log does not stand by what it signed: both notes, and how the larger tree proves its
-- beginning. Who deletes it makes this gateway forget the proof; the hub and others to whom it was told keep theirs.
create table log_changed (
    origin text        primary key,
    since  timestamptz not null,
    claim  text        not null
);
