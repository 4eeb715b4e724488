/**
 * A publish whose change of type concerns very many records: its new columns are filled while people go on working. There is
 * at most one at a time. `_type_change_note` lists records whose old value was written since; `late` are those whose value
 * turned out not to convert after the builder had looked.
 */
export const typeChanges = [
  `create table _type_change (
    id uuid primary key,
    alone boolean not null default true unique check (alone),
    state text not null,
    reason text,
    member uuid not null references _member,
    draft_version int not null,
    base int not null,
    token text not null,
    definition jsonb not null,
    changes jsonb not null,
    measured jsonb,
    at timestamptz(3) not null
  )`,
  `create table _type_change_column (
    work uuid not null references _type_change on delete cascade,
    position int not null,
    table_name text not null,
    step jsonb not null,
    reading jsonb not null,
    total int8 not null,
    done int8 not null default 0,
    last_id uuid not null default '00000000-0000-0000-0000-000000000000',
    whole boolean not null default false,
    primary key (work, position)
  )`,
  `create table _type_change_note (
    id bigint generated always as identity primary key,
    work uuid not null,
    position int not null,
    record uuid not null,
    late boolean not null default false
  )`,
]
