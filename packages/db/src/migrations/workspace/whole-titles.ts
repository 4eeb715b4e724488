export const wholeTitles = [
  // Records that were stored before their whole title was in the index of the search are gone through once more.
  `insert into _spelling_work (form_table)
    select table_name from information_schema.columns
    where table_schema = current_schema() and column_name = '_grams'
    on conflict (form_table) do update set after = excluded.after`,
]
