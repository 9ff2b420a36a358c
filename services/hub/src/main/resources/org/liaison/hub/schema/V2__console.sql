-- What the operators' console keeps. Nothing here is evidence: the audit log is, and the counts can be made again from it.
-- Whoever reads these tables learns how much went between which States, and what operators did.

-- A row for each minute, corridor and lane in which anything happened, for 30 days. `latency` counts hand-overs by the time
-- they took, in the steps of the console's Latency.
create table hub_traffic (
    minute      timestamptz not null,
    corridor    text        not null,
    lane        text        not null,
    accepted    bigint      not null,
    refused     bigint      not null,
    handed_over bigint      not null,
    failed      bigint      not null,
    opened      bigint      not null,
    latency     bigint[]    not null,
    primary key (minute, corridor, lane)
);

create table hub_refusals (
    minute   timestamptz not null,
    corridor text        not null,
    lane     text        not null,
    reason   text        not null,
    count    bigint      not null,
    primary key (minute, corridor, lane, reason)
);

-- Pauses that hold. The entry in the log comes first, this row second, the pause itself third.
create table hub_pauses (
    route  text        primary key,
    since  timestamptz not null,
    until  timestamptz not null,
    person text        not null,
    reason text        not null
);

-- What one person asked for and another has to confirm.
create table hub_proposals (
    id       uuid        primary key,
    effect   text        not null,
    messages text[]      not null,
    person   text        not null,
    reason   text        not null,
    asked_at timestamptz not null,
    until    timestamptz not null
);

-- Directories and rulebooks that were in force: to say what changed.
create table hub_snapshots (
    kind    text        not null,
    number  bigint      not null,
    since   timestamptz not null,
    content text        not null,
    primary key (kind, number)
);

create table hub_alerts (
    id              bigint generated always as identity primary key,
    cause           text        not null,
    rule            text        not null,
    arguments       text[]      not null,
    since           timestamptz not null,
    last_seen       timestamptz not null,
    cleared         timestamptz,
    told            timestamptz,
    acknowledged_by text,
    acknowledged_at timestamptz
);
-- One open alert of a cause, whatever else goes wrong.
create unique index hub_alerts_open on hub_alerts (cause) where cleared is null;
create index hub_alerts_cleared on hub_alerts (cleared desc) where cleared is not null;
