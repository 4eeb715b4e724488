/** Files that stand for others, and whether a record still names a file: what it let go of stays for its history. */
export const fileVersions = [
  `alter table _file
    add column replaces uuid references _file on delete set null,
    add column version int not null default 1,
    add column in_use boolean not null default true`,
  `create index _file_replaces on _file (replaces) where replaces is not null`,
]
