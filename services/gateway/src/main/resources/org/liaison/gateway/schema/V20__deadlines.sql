-- How far the clocks of each case have been looked at. A case is looked at again when its number of messages is no
-- longer `messages`, or at next_at.
create table case_clocks (
    case_id   text        not null,
    authority text        not null,
    messages  int         not null,
    next_at   timestamptz,
    primary key (case_id, authority)
);
create index case_clocks_by_turn on case_clocks (next_at);

-- What officers were told because time passes; each once. sentence names authorities and dates, nobody else.
create table notices (
    id        uuid        primary key default gen_random_uuid(),
    case_id   text        not null,
    authority text        not null,
    clock     text        not null,
    urgency   text        not null check (urgency in ('REMINDER', 'MISSED', 'SILENCE')),
    moment    timestamptz not null,
    sentence  text        not null,
    told_at   timestamptz not null,
    unique (case_id, authority, clock, urgency, moment)
);
create index notices_by_time on notices (authority, told_at desc);
