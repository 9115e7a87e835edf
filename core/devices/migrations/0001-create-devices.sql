-- A browser profile that people work on. One that was never enrolled and yet revoked has no enrolled_at.
create table devices.device (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  label text,
  platform text,
  app_version text,
  enrolled_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  because text,
  note text,
  primary key (area_id, id)
);

-- An author's public key on a device. Ended keys stay: what they signed must be known for what it is.
create table devices.author_key (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  device_id uuid not null,
  member_id uuid not null,
  public_key text not null,
  enrolled_at timestamptz not null,
  ended_at timestamptz,
  ended_because text,
  primary key (area_id, id),
  unique (area_id, public_key),
  foreign key (area_id, device_id) references devices.device (area_id, id),
  foreign key (area_id, member_id) references accounts.member (area_id, id)
);
create index author_key_of_device on devices.author_key (area_id, device_id);
create index author_key_of_member on devices.author_key (area_id, member_id);
