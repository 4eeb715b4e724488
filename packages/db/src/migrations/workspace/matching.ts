/** What records are compared by to find those that look the same lies with each record. */
export const matching = [
  // Forms whose records have yet to be gone through, in the order of ids.
  `create table _match_work (
    form_table text primary key,
    after uuid not null default '00000000-0000-0000-0000-000000000000'
  )`,
  // Every table of a form has its search grams, and no other table has.
  `do $$
  declare place record;
  begin
    for place in
      select table_name from information_schema.columns
      where table_schema = current_schema() and column_name = '_grams'
    loop
      execute format('alter table %I add column if not exists _match text[]', place.table_name);
      insert into _match_work (form_table) values (place.table_name);
    end loop;
  end $$`,
]
