-- What compounds, buildings and entrances were declared to be, from–until: rows stay, together they are the history.
create table zones.status (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  place_kind text not null,
  place_id uuid not null,
  status text not null check (status in ('lockdown', 'control', 'precaution', 'normal')),
  "from" timestamptz not null,
  "until" timestamptz,
  reason text not null,
  source text not null,
  set_by text not null,
  end_reason text,
  primary key (area_id, id)
);
create index status_by_version on zones.status (area_id, version);
create index status_by_place on zones.status (area_id, place_id, "from");
