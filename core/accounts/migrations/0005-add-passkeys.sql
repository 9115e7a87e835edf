-- Passkeys of an account: the public key and what is needed to know it again. The private key never leaves its owner's
-- device. `rp_id` is the name the key is bound to: under another address it opens nothing.
create table auth.passkey (
  credential_id text primary key,
  account_id uuid not null references auth."user" ("id") on delete cascade,
  rp_id text not null,
  public_key bytea not null,
  -- Never smaller than before: a copied key is found out by it. 0 where the device does not count.
  counter int8 not null,
  -- What the owner calls it.
  name text not null,
  added_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_of_account on auth.passkey (account_id);

-- Challenges that were answered, until they run out by themselves. Those that were only asked for are kept nowhere.
create table auth.passkey_challenge (
  nonce text primary key,
  expires_at timestamptz not null
);
create index passkey_challenge_by_end on auth.passkey_challenge (expires_at);
