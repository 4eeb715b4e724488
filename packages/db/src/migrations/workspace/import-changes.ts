/** Imports that change records: how rows name them, which one each row means and what it held; and by which change of its member it is undone. */
export const importChanges = [
  `alter table _import add writes jsonb not null default '{"mode":"create","by":[],"empty":"keep"}',
    add changed int not null default 0, add same int not null default 0, add change_set uuid`,
  `alter table _import_row add target uuid, add seen int, add was jsonb`,
]
