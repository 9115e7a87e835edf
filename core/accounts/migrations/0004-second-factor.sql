-- The second factor of an account: a TOTP secret, sealed under a key outside the database. `last_step` is the last
-- 30-second step whose code was taken: no code works twice, not even while it is still shown.
create table auth.second_factor (
  account_id uuid primary key references auth."user" ("id") on delete cascade,
  secret bytea not null,
  confirmed_at timestamptz,
  last_step int8 not null default 0
);

-- Codes for the day the phone with the authenticator is lost; each works once.
create table auth.recovery_code (
  account_id uuid not null references auth.second_factor (account_id) on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- When this session showed the second factor last.
alter table auth.session_note add column second_factor_at timestamptz;
