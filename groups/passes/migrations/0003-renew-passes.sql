-- Since when what was printed or handed out before no longer opens a gate; null: never renewed. To the second, as codes
-- say when they were signed.
alter table passes.pass add column renewed_at timestamptz;
