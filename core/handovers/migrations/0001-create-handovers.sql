-- What one shift leaves to the next at a place of a group. Words may name people: they rest sealed.
create table handovers.note (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  "group" text not null,
  place text not null,
  chips jsonb not null,
  -- Null once its time to be kept is over.
  text_sealed bytea,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id)
);
create index note_by_group on handovers.note (area_id, "group", at);
create index note_by_version on handovers.note (area_id, version);

create table handovers.reading (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  note_id uuid not null,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id),
  foreign key (area_id, note_id) references handovers.note (area_id, id)
);
create index reading_by_note on handovers.reading (area_id, note_id);

create table handovers.point (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  "group" text not null,
  place text not null,
  note_id uuid,
  text_sealed bytea,
  due_at timestamptz,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id),
  foreign key (area_id, note_id) references handovers.note (area_id, id)
);
create index point_by_group on handovers.point (area_id, "group", at);

create table handovers.deed (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  point_id uuid not null,
  what text not null check (what in ('done', 'reopened')),
  note_sealed bytea,
  at timestamptz not null,
  by text not null,
  primary key (area_id, id),
  foreign key (area_id, point_id) references handovers.point (area_id, id)
);
create index deed_by_point on handovers.deed (area_id, point_id);
