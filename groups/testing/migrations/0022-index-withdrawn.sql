-- Swabs taken back: few, and asked for at each look at the board, whose other counts then touch only what stands.
create index sample_withdrawn on testing.sample (area_id, round_id) where voided_at is not null;
