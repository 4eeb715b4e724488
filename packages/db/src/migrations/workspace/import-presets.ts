/** Matches of columns that members keep for files that come again and again; of a name a member has one per form. */
export const importPresets = [
  `create table _import_preset (
    id uuid primary key,
    form text not null,
    member uuid not null references _member,
    name text not null,
    columns jsonb not null,
    writes jsonb not null,
    at timestamptz(3) not null,
    unique (form, member, name)
  )`,
]
