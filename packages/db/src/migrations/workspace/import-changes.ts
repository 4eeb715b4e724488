/** Imports that change records: how rows name them, which one each row means and what it held. */
export const importChanges = [
  `alter table _import add writes jsonb not null default '{"mode":"create","by":[],"empty":"keep"}',
    add changed int not null default 0, add same int not null default 0`,
  `alter table _import_row add target uuid, add seen int, add was jsonb`,
]
