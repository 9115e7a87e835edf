-- Codes of practice by version: what a group's people keep to, with the quiz that shows they have learnt it.
create table conduct.code (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  "group" text not null,
  -- Within the group; null while a draft.
  number int4,
  title text not null,
  points jsonb not null,
  questions jsonb not null,
  -- Question id to the ids of its right options; never leaves for a phone.
  answers jsonb not null,
  video jsonb,
  change text check (change in ('acknowledge', 'pass-anew')),
  change_note text not null,
  published_at timestamptz,
  published_by text,
  replaced_at timestamptz,
  withdrawn_at timestamptz,
  withdraw_reason text,
  primary key (area_id, id),
  unique (area_id, "group", number),
  check ((number is null) = (published_at is null))
);
create index code_by_version on conduct.code (area_id, version);

-- Who sat a quiz when, and how it went. What was chosen is not kept.
create table conduct.attempt (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  code_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  "right" int4 not null,
  "of" int4 not null,
  wrong jsonb not null,
  passed bool not null,
  counts bool not null,
  primary key (area_id, id),
  foreign key (area_id, code_id) references conduct.code (area_id, id),
  foreign key (area_id, member_id) references accounts.member (area_id, id)
);
create index attempt_by_member on conduct.attempt (area_id, member_id, version);

-- Who said of a version that it was read.
create table conduct.acknowledgement (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  code_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  primary key (area_id, id),
  foreign key (area_id, code_id) references conduct.code (area_id, id),
  foreign key (area_id, member_id) references accounts.member (area_id, id)
);
create index acknowledgement_by_member on conduct.acknowledgement (area_id, member_id, version);
