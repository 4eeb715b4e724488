/**
 * Mails that members write from a record, or add to it. `handed_at` is set before a mail is given to the server and decides after
 * a kill; `got` of a recipient says that a server took it for that address. `note` is the follow-up by which it counts as contact.
 */
export const recordMails = [
  `create table _record_mail (
    id uuid primary key,
    form text not null,
    record uuid not null,
    author uuid not null references _member,
    at timestamptz(3) not null,
    state text not null check (state in ('waiting', 'sent', 'failed', 'received')),
    sender jsonb,
    recipients jsonb not null,
    subject text not null,
    text text not null,
    files uuid[] not null default '{}',
    next_on date,
    note uuid,
    written_at timestamptz(3) not null,
    next_at timestamptz(3) not null,
    attempts int not null default 0,
    lease timestamptz(3),
    handed_at timestamptz(3),
    done_at timestamptz(3),
    error text
  )`,
  `create index _record_mail_record on _record_mail (form, record, at desc, id desc)`,
  `create index _record_mail_newest on _record_mail (at desc, id desc)`,
  `create index _record_mail_waiting on _record_mail (next_at) where state = 'waiting'`,
  `create index _record_mail_author on _record_mail (author, written_at)`,
  `create index _record_mail_note on _record_mail (note) where note is not null`,
  `create trigger _announce after insert on _record_mail referencing new table as told
    for each statement execute function _announce_records()`,
  `create trigger _announce_change after update on _record_mail referencing new table as told
    for each statement execute function _announce_records()`,
  `create trigger _announce_gone after delete on _record_mail referencing old table as told
    for each statement execute function _announce_records()`,
]
