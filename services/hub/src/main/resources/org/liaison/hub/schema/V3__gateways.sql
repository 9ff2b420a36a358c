-- When each gateway last reported, so that a hub that starts anew does not forget who has been silent. Whoever reads this
-- learns when which gateway was up.
create table hub_gateways (
    gateway text        primary key,
    heard   timestamptz not null
);
