export const importWarnings = [
  `alter table _import add warned int not null default 0, add warnings jsonb not null default '[]'`,
  `alter table _import_row add warnings jsonb`,
]
