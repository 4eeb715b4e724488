/** How often an import was begun since it last got further, and how far its check ever got, in rows. */
export const importTurns = [
  `alter table _import add turns int not null default 0, add furthest int not null default 0`,
]
