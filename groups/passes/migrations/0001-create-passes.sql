-- 出入证: who may go through a gate, from–until. A holder who is not in the register has a sealed name and its mask.
create table passes.pass (
  area_id uuid not null references kernel.area (area_id),
  id uuid not null,
  version int8 not null,
  kind text not null check (kind in ('resident', 'volunteer', 'worker', 'courier', 'visitor', 'vehicle')),
  resident_id uuid,
  household_id uuid,
  member_id uuid,
  label_sealed bytea,
  label_mask text,
  plate text,
  compound_ids jsonb not null,
  quota text not null check (quota in ('household', 'none')),
  form text not null check (form in ('paper', 'phone')),
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  revoke_reason text check (revoke_reason in ('lost', 'moved', 'misused', 'misprint', 'ended', 'other')),
  suspended_at timestamptz,
  suspend_reason text check (suspend_reason in ('checking', 'contact', 'rule-broken', 'other')),
  note text not null,
  printed_at timestamptz,
  primary key (area_id, id),
  check (num_nonnulls(resident_id, household_id, member_id) <= 1)
);
create index pass_by_version on passes.pass (area_id, version);
create index pass_by_resident on passes.pass (area_id, resident_id) where resident_id is not null;
create index pass_by_household on passes.pass (area_id, household_id) where household_id is not null;
create index pass_by_member on passes.pass (area_id, member_id) where member_id is not null;
create index pass_by_plate on passes.pass (area_id, plate) where plate is not null;
create index pass_by_end on passes.pass (area_id, valid_until);
