/** Imports are written in parts: up to which row, how many were refused then, and in whose language and zone it goes on after a kill. */
export const importPositions = [
  `alter table _import add position int not null default 0, add refused int not null default 0,
    add locale text not null default 'en', add zone text not null default 'UTC'`,
]
