-- The keys that sign what grants something. Public halves travel to every member's phone; the private half is sealed by
-- the area's keys and erased when the key is put away.
create schema if not exists codes;

create table codes.signing_key (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  -- 32 bytes, hexadecimal
  public_key text not null check (public_key ~ '^[0-9a-f]{64}$'),
  sealed_seed bytea,
  valid_from timestamptz not null,
  valid_until timestamptz,
  revoked_at timestamptz,
  primary key (area_id, id),
  check (valid_until is null or valid_until >= valid_from),
  check (sealed_seed is null or valid_until is null)
);
create index signing_key_by_version on codes.signing_key (area_id, version);
