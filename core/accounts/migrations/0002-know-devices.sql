-- Wrong PINs are counted apart: each device that signed in before has a count of its own per account, and all devices
-- that never did share one (device ''). So a stranger who guesses shuts out strangers, never the owner's own phone.
alter table auth.attempt drop constraint attempt_pkey;
alter table auth.attempt add column device text not null default '';
-- Tries of strangers that the owner has not been told of yet.
alter table auth.attempt add column untold int4 not null default 0;
alter table auth.attempt add primary key (phone_index, device);

-- SHA-256 of the nonce in a device's cookie, and the accounts that signed in there.
create table auth.known_device (
  device text not null,
  phone_index text not null,
  last_used_at timestamptz not null,
  primary key (phone_index, device)
);

-- What we keep of a session beside better-auth's own row. No address; of the browser only its two names.
create table auth.session_note (
  session_id uuid primary key references auth.session ("id") on delete cascade,
  device_id uuid,
  device_name text not null,
  opened_at timestamptz not null,
  last_seen_at timestamptz not null
);
create index session_note_of_device on auth.session_note (device_id);
