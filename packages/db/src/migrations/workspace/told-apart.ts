/** Records of a form that look the same and are not: each pair once, by whom and when it was said. */
export const toldApart = [
  `create table _told_apart (
    form text not null,
    one uuid not null,
    other uuid not null check (one < other),
    member uuid not null references _member,
    at timestamptz(3) not null,
    primary key (one, other)
  )`,
  `create index _told_apart_other on _told_apart (other)`,
  `create index _told_apart_newest on _told_apart (form, at desc, one desc, other desc)`,
]
