/**
 * The recycle bin over all forms: `_gone` says what lies in it, since when, by whom, and with which record it went;
 * `_let_go` which relations led to it and were emptied, so that they come back with it. Without a number of days nothing
 * is deleted for good by itself.
 */
export const recycleBin = [
  `create table _gone (
    record uuid primary key,
    form text not null,
    at timestamptz(3) not null,
    member uuid references _member,
    root uuid
  )`,
  `create index _gone_newest on _gone (form, at desc, record desc)`,
  `create index _gone_oldest on _gone (at)`,
  `create index _gone_member on _gone (member)`,
  `create index _gone_root on _gone (root) where root is not null`,
  `create table _let_go (
    gone uuid not null,
    form text not null,
    record uuid not null,
    field text not null,
    line uuid,
    position int,
    at timestamptz(3) not null
  )`,
  `create index _let_go_gone on _let_go (gone)`,
  `create index _let_go_record on _let_go (record)`,
  `create table _bin_setting (
    one boolean primary key default true check (one),
    keep_days int check (keep_days > 0),
    member uuid references _member
  )`,
  `do $body$
    declare form text;
    begin
      for form in select table_name from information_schema.columns
        where table_schema = current_schema() and table_name not like '\\_%' and column_name in ('deleted_at', 'locked_by', 'stage_since')
        group by table_name having count(*) = 3 loop
        execute format('insert into _gone (record, form, at, member) select id, %L, deleted_at, updated_by from %I where deleted_at is not null', form, form);
      end loop;
    end
  $body$`,
]
