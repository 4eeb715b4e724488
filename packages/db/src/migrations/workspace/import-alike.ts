/** Rows that probably are there already: what they look like, what becomes of them, and what was decided of single ones. */
export const importAlike = [
  `alter table _import add alike int not null default 0, add undecided int not null default 0, add left_out int not null default 0`,
  `alter table _import_row add alike jsonb, add fate text, add choice jsonb`,
]
