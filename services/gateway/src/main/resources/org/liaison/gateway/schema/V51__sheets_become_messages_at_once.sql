-- A sheet goes in the transaction in which its message is stored. Until now there was a moment between the two, and the
-- sheet bore the id of the message that it was to become; what a crash left there is told by its message.
with gone as (
    delete from sheets s using messages m
    where m.message_id = s.message_id and m.direction = 'OUT'
    returning s.id, s.authority, s.message_id
)
insert into sent_sheets (sheet_id, authority, message_id, sent)
select distinct on (id) id, authority, message_id, now() from gone
on conflict do nothing;
alter table sheets drop column message_id;
