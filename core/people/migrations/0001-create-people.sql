create table people.household (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  dwelling_id uuid not null,
  primary key (area_id, id),
  foreign key (area_id, dwelling_id) references places.dwelling (area_id, id)
);
create index household_dwelling on people.household (area_id, dwelling_id);

-- Numbers are sealed by the application; a blind index (hex) finds an equal one; the mask is what screens show.
create table people.resident (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  household_id uuid not null,
  dwelling_id uuid not null,
  -- Order within a household: as the register had it.
  position int8 not null,
  name text not null,
  name_mask text not null,
  pinyin text not null,
  initials text not null,
  sex text check (sex in ('male', 'female')),
  birth_date text,
  id_kind text,
  id_cipher bytea,
  id_blind text,
  id_mask text,
  phone_cipher bytea,
  phone_blind text,
  phone_mask text,
  other_phone_cipher bytea,
  other_phone_blind text,
  other_phone_mask text,
  relation text,
  tags jsonb not null,
  away bool not null,
  away_reason text not null,
  registered_elsewhere bool not null,
  note text not null,
  confirmed jsonb not null,
  ended_at timestamptz,
  end_reason text,
  primary key (area_id, id),
  foreign key (area_id, household_id) references people.household (area_id, id),
  foreign key (area_id, dwelling_id) references places.dwelling (area_id, id)
);
create index resident_household on people.resident (area_id, household_id);
create index resident_dwelling on people.resident (area_id, dwelling_id);
create index resident_id_blind on people.resident (area_id, id_blind) where id_blind is not null;
create index resident_phone_blind on people.resident (area_id, phone_blind) where phone_blind is not null;
create index resident_other_phone_blind on people.resident (area_id, other_phone_blind)
  where other_phone_blind is not null;
create index resident_version on people.resident (area_id, version);

-- Who opened which full numbers and why; the value itself is never copied here.
create table people.look (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  resident_id uuid not null,
  fields jsonb not null,
  reason text not null,
  actor_id text not null,
  at timestamptz not null,
  primary key (area_id, id),
  foreign key (area_id, resident_id) references people.resident (area_id, id)
);
create index look_at on people.look (area_id, at desc);
