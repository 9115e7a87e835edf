-- Videos for learning beside photos; they are kept until the module that announced them drops them.
alter table kernel.file drop constraint file_type_check;
alter table kernel.file add constraint file_type_check
  check (type in ('image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/webm'));
alter table kernel.file add column kept boolean not null default false;
