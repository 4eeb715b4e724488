export const stages = [
  // Every table of a form has its search grams, and no other table has.
  `do $$
  declare place record;
  begin
    for place in
      select table_name from information_schema.columns
      where table_schema = current_schema() and column_name = '_grams'
    loop
      execute format('alter table %I add column if not exists stage_since timestamptz', place.table_name);
    end loop;
  end $$`,
  `create table _checklist_tick (
    form text not null,
    record uuid not null,
    stage text not null,
    item text not null,
    member uuid not null references _member,
    at timestamptz(3) not null,
    primary key (record, stage, item)
  )`,
]
