-- Sign-in stands outside the areas: one person may work in several. What it holds of a person is a blind index of the
-- phone (as an e-mail that reaches nobody) and a hash of the PIN. The first four tables are better-auth's own.
create schema if not exists auth;

create table auth."user" (
  "id" uuid primary key default gen_random_uuid(),
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);

create table auth.session (
  "id" uuid primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" ("id") on delete cascade
);
create index session_of_user on auth.session ("userId");

create table auth.account (
  "id" uuid primary key default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index account_user on auth.account ("userId");

create table auth.verification (
  "id" uuid primary key default gen_random_uuid(),
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier on auth.verification ("identifier");

-- Which places an account has. The area is not called area_id: this table is read before an area is known.
create table auth.place (
  account_id uuid not null references auth."user" ("id") on delete cascade,
  area uuid not null,
  member_id uuid not null,
  last_seen_at timestamptz,
  primary key (account_id, area),
  unique (area, member_id)
);

-- Wrong PINs per phone, whether an account has it or not, from whatever address they come.
create table auth.attempt (
  phone_index text primary key,
  failures int4 not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

create table accounts.member (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  name text not null,
  phone_cipher bytea,
  phone_blind text,
  phone_mask text,
  role text not null,
  "group" text,
  resident_id uuid,
  ended_at timestamptz,
  primary key (area_id, id)
);
create index member_by_phone on accounts.member (area_id, phone_blind) where ended_at is null;
create index member_by_version on accounts.member (area_id, version);

-- What a member was from–until: a late command is judged by the role held when it was made.
create table accounts.standing (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  member_id uuid not null,
  role text not null,
  "group" text,
  "from" timestamptz not null,
  "until" timestamptz,
  primary key (area_id, id),
  foreign key (area_id, member_id) references accounts.member (area_id, id)
);
create index standing_by_member on accounts.standing (area_id, member_id);

create table accounts.invitation (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  token_hash text not null,
  role text not null,
  "group" text,
  name text,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  revoked_at timestamptz,
  invited_by text not null,
  invited_at timestamptz not null,
  primary key (area_id, id),
  unique (area_id, token_hash)
);
