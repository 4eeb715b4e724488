/**
 * Which lines of the ledger belong to one thing that a member did, so that it can be undone as one. `_change_undo` says
 * what was undone, and by which further change: undoing that one does it again.
 */
export const changeSets = [
  `alter table _record_event add column change_set uuid`,
  `create index _record_event_change_set on _record_event (member, change_set, id) where change_set is not null`,
  `create table _change_undo (
    change_set uuid primary key,
    undone_by uuid not null unique,
    member uuid not null,
    at timestamptz(3) not null
  )`,
  `create index _change_undo_member on _change_undo (member, at desc)`,
]
