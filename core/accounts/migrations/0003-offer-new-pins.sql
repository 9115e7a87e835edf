-- A leader's one-time code with which a member sets a new PIN; its token is shown once, only its hash is kept.
create table accounts.new_pin (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  member_id uuid not null,
  token_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- Another code was given, or the member left.
  revoked_at timestamptz,
  offered_by text not null,
  offered_at timestamptz not null,
  primary key (area_id, id),
  unique (area_id, token_hash),
  foreign key (area_id, member_id) references accounts.member (area_id, id)
);
create index new_pin_of_member on accounts.new_pin (area_id, member_id);

-- An invitation may be for somebody who was added by hand, and only for a phone that ends on these four digits.
alter table accounts.invitation add column member_id uuid;
alter table accounts.invitation add column phone_end text;
