-- What became of sheets that were sent: a page of one may still be open. Kept for some weeks.
create table sent_sheets (
    sheet_id   uuid        primary key,
    authority  text        not null,
    message_id uuid        not null,
    sent       timestamptz not null
);
