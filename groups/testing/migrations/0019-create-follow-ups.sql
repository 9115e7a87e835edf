-- A round made of some people of another: those recalled 复核召回, or those who were missed 应检未检. Its id is the
-- round's. Who stands in one is not put into a second one of the same kind.
create table testing.follow_up (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  of_round_id uuid not null,
  purpose text not null check (purpose in ('recall', 'missed')),
  resident_ids jsonb not null,
  primary key (area_id, id)
);
create index follow_up_of_round on testing.follow_up (area_id, of_round_id);
