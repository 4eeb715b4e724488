export const recalculations = [
  // Records whose calculated values follow a change later, because too many followed it at once.
  `create table _recalculation (
    form text not null,
    record uuid not null,
    mark uuid not null,
    member uuid not null references _member,
    cause jsonb not null,
    at timestamptz(3) not null,
    failed boolean not null default false,
    primary key (form, record)
  )`,
]
