-- Closed periods of the hub's own counts: groups of messages of at least eleven cases. Never changed. Whoever reads this
-- table learns what may be published anyway, before it is rounded.
create table hub_statistics_periods (
    from_month text        primary key,
    to_month   text        not null,
    closed_at  timestamptz not null,
    groups     text        not null
);
