-- How addresses are read, as data; compounds that are written alike share one.
create table places.address_rule (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  name text not null,
  rule jsonb not null,
  primary key (area_id, id)
);

-- `sort` is a natural key (domain/natural-sort.ts): text order under "C" is address order.
create table places.compound (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  name text not null,
  sort text collate "C" not null,
  address_rule_id uuid,
  ended_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, address_rule_id) references places.address_rule (area_id, id)
);
create unique index compound_name on places.compound (area_id, name) where ended_at is null;

create table places.building (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  compound_id uuid not null,
  label text not null,
  sort text collate "C" not null,
  ended_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, compound_id) references places.compound (area_id, id)
);
create unique index building_label on places.building (area_id, compound_id, label) where ended_at is null;

create table places.entrance (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  building_id uuid not null,
  label text not null,
  sort text collate "C" not null,
  ended_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, building_id) references places.building (area_id, id)
);
create unique index entrance_label on places.entrance (area_id, building_id, label) where ended_at is null;

create table places.dwelling (
  area_id uuid not null,
  id uuid not null,
  version int8 not null,
  building_id uuid not null,
  entrance_id uuid,
  room text not null,
  floor int4,
  sort text collate "C" not null,
  ended_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, building_id) references places.building (area_id, id),
  foreign key (area_id, entrance_id) references places.entrance (area_id, id)
);
create unique index dwelling_room on places.dwelling (area_id, building_id, entrance_id, room)
  nulls not distinct where ended_at is null;

-- What other modules may join: a dwelling with the words around it. The reader's own row-level security holds.
create view places.dwelling_label with (security_invoker = true) as
  select
    d.area_id,
    d.id as dwelling_id,
    b.id as building_id,
    c.id as compound_id,
    e.id as entrance_id,
    c.name as compound,
    b.label as building,
    e.label as entrance,
    d.room,
    d.floor,
    (c.sort || ' ' || b.sort || ' ' || coalesce(e.sort, '') || ' ' || d.sort) collate "C" as sort,
    d.ended_at,
    greatest(d.version, b.version, c.version, coalesce(e.version, 0)) as version
  from places.dwelling d
  join places.building b on b.area_id = d.area_id and b.id = d.building_id
  join places.compound c on c.area_id = b.area_id and c.id = b.compound_id
  left join places.entrance e on e.area_id = d.area_id and e.id = d.entrance_id;
grant select on places.dwelling_label to concerto_app;
