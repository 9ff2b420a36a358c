-- What is counted. Nothing here is a name or a word that somebody wrote; see services/statistics/DESIGN.md.

-- One row for each case opened here, until its period is closed; then it is deleted. `unit` is a MAC of the case id under a
-- key derived from the vault's, so a reader of the table alone cannot tell which case it is. The values are codes.
create table statistics_facts (
    population text not null,
    unit       text not null,
    month      text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
    codes      text not null,
    primary key (population, unit)
);
create index statistics_facts_by_month on statistics_facts (population, month);

-- Closed periods: groups of at least eleven cases. Never changed; what was closed stays as it is.
create table statistics_periods (
    population text        not null,
    from_month text        not null,
    to_month   text        not null,
    closed_at  timestamptz not null,
    groups     text        not null,
    primary key (population, from_month)
);

-- What was released, when, at whose asking.
create table statistics_releases (
    id          uuid        primary key,
    released_at timestamptz not null,
    asked_by    text[]      not null,
    population  text        not null,
    from_month  text        not null,
    to_month    text        not null,
    variables   text[]      not null,
    sha256      text        not null
);
