export const lastValues = [
  `create table _last_value (
    member uuid not null references _member on delete cascade,
    form text not null,
    "values" jsonb not null,
    at timestamptz(3) not null,
    primary key (member, form)
  )`,
]
