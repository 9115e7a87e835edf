-- What the desk does by hand, and what makes it traceable: moves, merges, pairs told apart, requests of residents.
alter table people.household add column ended_at timestamptz;

alter table people.resident add column ended_on text;
-- The entry that stands for this one since both turned out to be one person.
alter table people.resident add column merged_into uuid;
create index resident_merged_into on people.resident (area_id, merged_into) where merged_into is not null;
create index resident_living_name on people.resident (area_id, name) where ended_at is null;

create table people.move (
  area_id uuid not null,
  resident_id uuid not null,
  version int8 not null,
  from_dwelling_id uuid not null,
  to_dwelling_id uuid not null,
  -- The desk moved the person; an older register does not move him or her back.
  by_hand bool not null,
  actor_id text not null,
  at timestamptz not null,
  primary key (area_id, resident_id, version),
  foreign key (area_id, resident_id) references people.resident (area_id, id)
);

create table people.merge (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  kept_id uuid not null,
  merged_id uuid not null,
  -- Fields taken over from the merged entry, and what the kept one said before; numbers as they are sealed.
  taken jsonb not null,
  before jsonb not null,
  reason text not null,
  actor_id text not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by text,
  primary key (area_id, id),
  foreign key (area_id, kept_id) references people.resident (area_id, id),
  foreign key (area_id, merged_id) references people.resident (area_id, id)
);
create index merge_kept on people.merge (area_id, kept_id);
create index merge_merged on people.merge (area_id, merged_id);

-- Two people who look alike and are not one; the smaller id first.
create table people.told_apart (
  area_id uuid not null,
  resident_id uuid not null,
  other_id uuid not null,
  version int8 not null,
  note text not null,
  actor_id text not null,
  at timestamptz not null,
  primary key (area_id, resident_id, other_id)
);

-- What residents ask about their own data: a copy, or a correction.
create table people.subject_request (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  resident_id uuid not null,
  kind text not null check (kind in ('copy', 'correction')),
  asked_by text not null,
  -- The reason of a copy, the words of a correction.
  said text not null,
  actor_id text not null,
  at timestamptz not null,
  outcome text,
  answer text not null,
  answered_by text,
  answered_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, resident_id) references people.resident (area_id, id)
);
create index subject_request_resident on people.subject_request (area_id, resident_id);
create index subject_request_open on people.subject_request (area_id, at) where answered_at is null;
