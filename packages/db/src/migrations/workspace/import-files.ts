/** Files that a zip brings for the rows of an import: each kept as an upload of its member until a record takes it. */
export const importFiles = [
  `alter table _import add files jsonb`,
  `create table _import_file (
    import uuid not null references _import on delete cascade,
    position int not null,
    path text not null,
    bytes bigint not null,
    file uuid references _file on delete set null,
    problem text,
    used boolean not null default false,
    primary key (import, position)
  )`,
  `create index _import_file_file on _import_file (file)`,
]
