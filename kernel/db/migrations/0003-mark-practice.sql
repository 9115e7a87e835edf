-- An area that stands in for another: people learn in it, nothing of it counts. Null for a real one; never changed.
alter table kernel.area add column practises_for uuid;
create index area_practises_for on kernel.area (practises_for) where practises_for is not null;
