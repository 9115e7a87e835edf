-- What was said of the end when it was declared, and what became of it: "until" is worked out of these and of later
-- declarations at the same place that have no end of their own.
alter table zones.status
  add column set_at timestamptz,
  add column planned_until timestamptz,
  add column replaces bool not null default false,
  add column ended_at timestamptz,
  add column withdrawn_at timestamptz;
update zones.status set set_at = "from", planned_until = "until", replaces = "until" is null,
  ended_at = case when end_reason is not null then "until" end;
alter table zones.status alter column set_at set not null, alter column replaces drop default;

-- What a person made of a proposed change: declared, lifted, taken back, or set aside with a reason.
create table zones.answer (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  kind text not null check (kind in ('positive', 'step', 'corrected')),
  place_kind text not null,
  place_id uuid not null,
  -- What brought it up: swabs, or the declaration whose time is over; ids in order of their text.
  causes jsonb not null,
  outcome text not null check (outcome in ('accepted', 'set-aside')),
  -- The declaration that came of it, or that was ended by it.
  status_id uuid,
  reason text not null,
  -- Set aside until then; null: for good.
  again_at timestamptz,
  answered_at timestamptz not null,
  answered_by text not null,
  primary key (area_id, id)
);
create index answer_by_version on zones.answer (area_id, version);
