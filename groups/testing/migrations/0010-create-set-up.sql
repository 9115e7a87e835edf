-- What has to stand at a site before people come, as the leader set it for the round, and who said when of each point
-- that it does. A correction is another row; the latest by its own time counts.
create table testing.set_up_point (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  site_id uuid not null,
  part text not null check (part in ('entrance', 'waiting', 'sampling', 'buffer', 'isolation', 'waste')),
  -- Which of the standard points it is, and its own words; empty words: the standard's.
  standard text,
  name text not null,
  wants_photo boolean not null,
  sort int4 not null,
  removed_at timestamptz,
  primary key (area_id, id),
  check (standard is not null or name <> '')
);
create index set_up_point_of_round on testing.set_up_point (area_id, round_id);

create table testing.set_up_check (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  round_id uuid not null,
  site_id uuid not null,
  point_id uuid not null,
  outcome text not null check (outcome in ('done', 'not-possible', 'reopened')),
  note text not null,
  -- kernel.file: without a constraint, since a photo's term may end before the round's.
  file_id uuid,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index set_up_check_of_round on testing.set_up_check (area_id, round_id);
