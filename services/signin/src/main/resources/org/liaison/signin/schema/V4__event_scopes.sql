-- Where the person had roles when it happened, before or after: who reads events there reads this one, whatever roles the
-- person has now. Of what was recorded before, where the person has roles now, or had the last ones.
alter table signin_events add column scopes text[] not null default '{}';

alter table signin_events disable trigger signin_events_stay;
update signin_events e set scopes = array(
    select scope from signin_grants g where g.person = e.person
    union select unnest(p.last_scopes) from signin_persons p where p.id = e.person
        and not exists (select 1 from signin_grants g where g.person = e.person));
alter table signin_events enable trigger signin_events_stay;
