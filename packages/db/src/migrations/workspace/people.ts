export const people = [
  `create table _department (
    id uuid primary key,
    name text not null,
    parent uuid references _department,
    manager uuid
  )`,
  `create index _department_parent on _department (parent)`,
  `create table _member (
    id uuid primary key,
    account uuid unique,
    name text not null,
    email text not null,
    email_folded text not null unique generated always as (lower(normalize(email, nfkc))) stored,
    department uuid references _department,
    active boolean not null default true,
    created_at timestamptz(3) not null
  )`,
  `create index _member_department on _member (department)`,
  `alter table _department add foreign key (manager) references _member`,
  `create index _department_manager on _department (manager)`,
  `create table _member_role (
    member uuid not null references _member on delete cascade,
    role text not null,
    primary key (member, role)
  )`,
  `create table _invitation (
    id uuid primary key,
    token_hash text not null unique,
    member uuid not null references _member on delete cascade,
    created_at timestamptz(3) not null,
    created_by uuid references _member,
    expires_at timestamptz(3) not null,
    accepted_at timestamptz(3)
  )`,
  `create index _invitation_member on _invitation (member)`,
]
