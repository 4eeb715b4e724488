/**
 * Records merged into another, and what that moved, line by line, so that it goes back where it was. `what` is a form or a
 * table of the engine, `was` the record it belonged to; lists of relations are kept whole.
 */
export const merges = [
  `create table _merge (
    id uuid primary key,
    form text not null,
    survivor uuid not null,
    others uuid[] not null,
    change_set uuid,
    at timestamptz(3) not null,
    undone boolean not null default false
  )`,
  `create index _merge_others on _merge using gin (others)`,
  `create table _merge_moved (
    merge uuid not null references _merge on delete cascade,
    what text not null,
    field text,
    record uuid not null,
    line uuid,
    was uuid,
    old uuid[],
    fresh uuid[]
  )`,
  `create index _merge_moved_merge on _merge_moved (merge, what, field)`,
]
