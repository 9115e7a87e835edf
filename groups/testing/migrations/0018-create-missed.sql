-- 应检未检: who was awaited in a round and came to nobody's lane, from its closing on until something clears it. The id
-- is the person's place on that round's list (testing.expected.id).
create table testing.missed (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  resident_id uuid not null,
  building_id uuid not null,
  -- A swab since the round's opening clears it, whichever round took it.
  opened_at timestamptz not null,
  since timestamptz not null,
  cleared_at timestamptz,
  cleared_by text check (cleared_by in ('sampled', 'excused', 'left')),
  -- The swab that cleared it, of this round or of any since.
  sample_id uuid,
  primary key (area_id, id)
);
create index missed_of_round on testing.missed (area_id, round_id);
create index missed_of_person on testing.missed (area_id, resident_id);

-- 二次通知: who was called again, when, by whom, with which answer.
create table testing.second_call (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  resident_id uuid not null,
  way text not null check (way in ('phone', 'door', 'other')),
  answer text not null check (answer in ('coming', 'no-answer', 'refused', 'away', 'wrong-number', 'other')),
  note text not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index second_call_by_version on testing.second_call (area_id, round_id, version);
create index second_call_of_person on testing.second_call (area_id, resident_id);
