/** Who gave which power to whom and took it: lines are added and never changed, by whatever statement. */
export const memberEvents = [
  `create table _member_event (
    position bigint generated always as identity primary key,
    at timestamptz(3) not null,
    member uuid not null references _member,
    author uuid references _member,
    given text[] not null,
    taken text[] not null,
    active boolean
  )`,
  `create index _member_event_member on _member_event (member, position desc)`,
  `create function _refuse_alteration() returns trigger language plpgsql as $body$
    begin
      raise exception 'what is written in % stays as it is', tg_table_name;
    end$body$`,
  `create trigger _stays before update or delete or truncate on _member_event
    for each statement execute function _refuse_alteration()`,
]
