export const exchangeRates = [
  `create table _exchange_rate (
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    home text not null check (home ~ '^[A-Z]{3}$'),
    from_date date not null,
    rate numeric(28,10) not null check (rate > 0),
    updated_by uuid references _member,
    updated_at timestamptz(3) not null,
    primary key (currency, home, from_date),
    check (currency <> home)
  )`,
  // What still has to be brought up to date after rates changed; a row goes when all of it is done.
  `create table _exchange_rate_work (
    id uuid primary key,
    currency text not null,
    home text not null,
    from_date date not null,
    member uuid not null references _member,
    at timestamptz(3) not null
  )`,
]
