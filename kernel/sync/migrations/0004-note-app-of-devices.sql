-- What a device says of itself with a pull: the app it runs, and whether its browser promised to keep what is stored.
alter table kernel.device add column app_version text;
alter table kernel.device add column persisted boolean;
