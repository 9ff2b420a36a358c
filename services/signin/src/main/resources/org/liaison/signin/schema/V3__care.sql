-- Whoever makes a link can come in by it. maker is absent for the first link, which the program gave out; vouched is the
-- maker of the link that opened the ways in which the person has now.
alter table signin_links add column maker uuid references signin_persons;
alter table signin_persons add column vouched uuid references signin_persons;

-- Where somebody who has no role any more had the last ones: they are looked after from there.
alter table signin_persons add column last_scopes text[] not null default '{}';
