export const views = [
  `create table _view (
    id uuid primary key,
    owner uuid not null references _member on delete cascade,
    form text not null,
    name text not null,
    settings jsonb not null,
    sharing text not null default 'nobody' check (sharing in ('nobody', 'everybody', 'some')),
    roles text[] not null default '{}',
    departments uuid[] not null default '{}',
    locked boolean not null default false,
    version integer not null default 1,
    created_at timestamptz(3) not null,
    deleted_at timestamptz(3)
  )`,
  `create index _view_form on _view (form) where deleted_at is null`,
  `create index _view_owner on _view (owner)`,
  `create table _desk (
    member uuid primary key references _member on delete cascade,
    orders jsonb not null default '{}',
    opens jsonb not null default '{}',
    favourites jsonb not null default '[]',
    recent jsonb not null default '[]',
    home text
  )`,
]
