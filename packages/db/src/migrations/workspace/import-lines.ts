/** Rows that belong to the record of a row above: their lines stand in its values, at their place in these rows. */
export const importLines = [
  `alter table _import add records int not null default 0, add lines int not null default 0`,
  `update _import set records = rows`,
  `alter table _import_row add part_of int, add lines jsonb, add line_count int not null default 0`,
]
