/** More records than this in one statement are announced by their form alone. */
const mostNamed = 20

const named = `
  declare line record;
  begin
    if (select count(*) from (select 1 from told limit ${mostNamed + 1}) as few) > ${mostNamed} then
      for line in select distinct form from told loop
        perform pg_notify('pipewright', tg_table_schema || ':records ' || line.form);
      end loop;
    else
      for line in select distinct form, record from told loop
        perform pg_notify('pipewright', tg_table_schema || ':records ' || line.form || ' ' || line.record);
      end loop;
    end if;
    return null;
  end`

/** Whatever writes a line of the ledger or a comment tells every process that has the record on a screen. */
export const recordAnnouncements = [
  `create function _announce_records() returns trigger language plpgsql as $body$${named}$body$`,
  `create trigger _announce after insert on _record_event referencing new table as told
    for each statement execute function _announce_records()`,
  `create trigger _announce after insert on _comment referencing new table as told
    for each statement execute function _announce_records()`,
  `create trigger _announce_change after update on _comment referencing new table as told
    for each statement execute function _announce_records()`,
]
