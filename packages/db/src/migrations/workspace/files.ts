export const files = [
  `create table _file (
    id uuid primary key,
    name text not null,
    bytes bigint not null,
    type text not null,
    uploaded_by uuid references _member,
    uploaded_at timestamptz(3) not null,
    form text,
    record uuid,
    field text
  )`,
  `create index _file_record on _file (form, record)`,
  `create index _file_unattached on _file (uploaded_at) where record is null`,
  // In the database for now, so that a workspace stays one schema to back up and move.
  `create table _file_chunk (
    file uuid not null references _file on delete cascade,
    position int not null,
    content bytea not null,
    primary key (file, position)
  )`,
  `alter table _file_chunk alter column content set storage external`,
]
