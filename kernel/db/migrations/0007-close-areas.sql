-- An emergency that is over: its people's data are destroyed, and nothing is written into the area any more.
alter table kernel.area add column closed_at timestamptz;
