-- A tube that so far only paper lists speak of: the first phone that brings its code means the same tube.
alter table testing.tube add column on_paper boolean not null default false;
