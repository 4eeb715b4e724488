export const definition = [
  `create table _revision (
    n int primary key,
    definition jsonb not null,
    summary jsonb not null default '[]',
    published_by uuid,
    at timestamptz(3) not null
  )`,
  // Without a definition the draft is the newest revision; the row stays so that versions never come back.
  `create table _draft (
    member uuid primary key references _member on delete cascade,
    base int not null,
    version int not null,
    definition jsonb,
    undo jsonb not null default '[]',
    redo jsonb not null default '[]',
    updated_at timestamptz(3) not null
  )`,
  `create table _parked (
    table_name text not null,
    column_name text not null default '',
    form text not null,
    field text,
    revision int not null,
    at timestamptz(3) not null,
    primary key (table_name, column_name)
  )`,
]
