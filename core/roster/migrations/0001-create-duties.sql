-- Who stands where, for which group, from–until. A duty ended early keeps its planned end.
create table roster.duty (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  member_id uuid not null,
  "group" text not null,
  place text,
  "from" timestamptz not null,
  "until" timestamptz not null,
  ended_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, member_id) references accounts.member (area_id, id)
);
create index duty_by_member on roster.duty (area_id, member_id, version);
create index duty_by_time on roster.duty (area_id, "until", "from");
