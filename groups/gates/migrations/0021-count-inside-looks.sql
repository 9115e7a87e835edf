-- How many names a look at a building opened, as it was made: people come and go. Null of looks made before this was kept.
alter table gates.look add column people int4;
