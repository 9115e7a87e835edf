-- A swab that stands, with the two rows it must agree with: its tube and its check-in. Figures of the reconciliation
-- and the rows behind them are read from here, so that both always count the same. A reader that asks for no column
-- of the check-in costs no join with it.
create view testing.swab with (security_invoker = true) as
  select
    s.area_id, s.round_id, s.id, s.version, s.resident_id, s.place_id, s.tube_id, s.lane_id, s.check_in_id, s.at,
    s.by, s.method, s.device_id,
    coalesce(s.place_id::text, encode(s.code_blind, 'hex'), s.id::text) as person_key,
    t.lane_id as tube_lane_id,
    t.code as tube_code,
    t.box_id,
    t.packed_at,
    (t.id is not null and t.voided_at is null) as in_tube,
    c.lane_id as check_in_lane_id,
    (c.id is not null and c.voided_at is null) as has_check_in
  from testing.sample s
  left join testing.tube t on t.area_id = s.area_id and t.id = s.tube_id
  left join testing.check_in c on c.area_id = s.area_id and c.id = s.check_in_id
  where s.voided_at is null;
grant select on testing.swab to concerto_app;

-- A check-in that stands, and whether its swab does. Each check-in was made by one scan, so it is found by its sample.
create view testing.arrival with (security_invoker = true) as
  select
    c.area_id, s.round_id, c.id, c.resident_id, c.lane_id, c.at, c.by,
    s.voided_at is null as sampled
  from testing.sample s
  join testing.check_in c on c.area_id = s.area_id and c.id = s.check_in_id
  where c.voided_at is null;
grant select on testing.arrival to concerto_app;
