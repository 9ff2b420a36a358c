-- The same counts by the hour, so that a month is read from 720 rows a lane and not from 43,200. Made again from the minutes
-- whenever these change; whoever reads them learns no more.
create table hub_traffic_hours (
    hour        timestamptz not null,
    corridor    text        not null,
    lane        text        not null,
    accepted    bigint      not null,
    refused     bigint      not null,
    handed_over bigint      not null,
    failed      bigint      not null,
    opened      bigint      not null,
    latency     bigint[]    not null,
    primary key (hour, corridor, lane)
);
create table hub_refusals_hours (
    hour     timestamptz not null,
    corridor text        not null,
    lane     text        not null,
    reason   text        not null,
    count    bigint      not null,
    primary key (hour, corridor, lane, reason)
);

-- What was accepted and waited to be handed over when the hub looked, once a minute: for two days by the minute, for 30 by the
-- hour, then the most of its minutes. A row with nought says that it looked.
create table hub_backlog (
    minute   timestamptz not null,
    corridor text        not null,
    lane     text        not null,
    waiting  bigint      not null,
    primary key (minute, corridor, lane)
);
create table hub_backlog_hours (
    hour     timestamptz not null,
    corridor text        not null,
    lane     text        not null,
    waiting  bigint      not null,
    primary key (hour, corridor, lane)
);

-- Hours, and from the last one on its minutes: that hour may not be over.
create view hub_traffic_coarse as
    select hour as minute, corridor, lane, accepted, refused, handed_over, failed, opened, latency from hub_traffic_hours
        where hour < (select max(hour) from hub_traffic_hours)
    union all
    select minute, corridor, lane, accepted, refused, handed_over, failed, opened, latency from hub_traffic
        where minute >= coalesce((select max(hour) from hub_traffic_hours), '-infinity');
create view hub_refusals_coarse as
    select hour as minute, corridor, lane, reason, count from hub_refusals_hours
        where hour < (select max(hour) from hub_traffic_hours)
    union all
    select minute, corridor, lane, reason, count from hub_refusals
        where minute >= coalesce((select max(hour) from hub_traffic_hours), '-infinity');
-- Of a maximum the last hour may be asked twice.
create view hub_backlog_coarse as
    select hour as minute, corridor, lane, waiting from hub_backlog_hours
    union all
    select minute, corridor, lane, waiting from hub_backlog
        where minute >= coalesce((select max(hour) from hub_backlog_hours), '-infinity');

-- What somebody waits for, from the slips in the log, one row for each recipient who is to answer: to be asked without reading
-- the log again. `answered` is when the recipient first wrote back in that case. Whoever reads it learns which authority waits
-- for which in which case, as the management port says.
create table hub_due (
    message     uuid        not null,
    case_id     text        not null,
    kind        text        not null,
    sender      text        not null,
    recipient   text        not null,
    corridor    text        not null,
    sent        timestamptz not null,
    due         timestamptz not null,
    recorded_at timestamptz not null,
    answered    timestamptz,
    primary key (message, recipient)
);
create index hub_due_open on hub_due (case_id) where answered is null;
create index hub_due_recorded on hub_due (recorded_at);
-- Up to which entry the log has been read for it.
create table hub_due_read (
    only_row boolean primary key default true check (only_row),
    next     bigint  not null
);
insert into hub_due_read (next) values (0);

-- What is asked of a snapshot again and again, beside its content.
alter table hub_snapshots add column issued timestamptz, add column expires timestamptz, add column size int;
update hub_snapshots set
    issued = (content::jsonb ->> 'issued')::timestamptz,
    expires = (content::jsonb ->> 'expires')::timestamptz,
    size = jsonb_array_length(content::jsonb -> case kind when 'DIRECTORY' then 'authorities' else 'rules' end);
alter table hub_snapshots alter column issued set not null, alter column expires set not null,
    alter column size set not null;
