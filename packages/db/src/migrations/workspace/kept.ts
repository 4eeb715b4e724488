/** What was cleared for good of what removed forms and fields had left behind, when, and by whom; null: by the clock. */
export const kept = [
  `create table _kept_cleared (
    id bigint generated always as identity primary key,
    kind text not null,
    path text not null,
    form jsonb not null,
    field jsonb,
    revision int not null,
    count int8 not null,
    at timestamptz(3) not null,
    by uuid
  )`,
]
