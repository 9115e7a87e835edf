import { APP_ROLE } from './pool.ts';

/** Schemas outside the areas (architecture.md): accounts and the queue. `kernel.migration` is the one other table. */
export const SCHEMAS_WITHOUT_AREA = ['auth', 'jobs'] as const;

/** Append-only for the running app. */
const APPEND_ONLY = ['kernel.command_log'];
const READ_ONLY = ['kernel.migration'];

/**
 * The policy of every area table. An unset or emptied `app.area_id` is null, and equals no area.
 * `(select …)` makes it a value worked out once per statement instead of once per row.
 */
const SAME_AREA = `area_id = (select nullif(current_setting('app.area_id', true), '')::uuid)`;

/**
 * Walls around whatever tables stand: row-level security, enabled and forced, with one policy on each area table, and
 * the app role's rights. Runs in the transaction of every migration, so that no table is ever committed without it.
 * Raises SQLSTATE `CN001` naming a table that has no area and no leave to have none, `CN002` naming a view that would
 * read as its owner and so past the walls: every view is made `with (security_invoker = true)`.
 */
export const PROTECT_SQL = `
do $protect$
declare
  found record;
begin
  for found in
    select n.nspname as schema_name, c.relname as table_name, c.oid as id,
      format('%I.%I', n.nspname, c.relname) as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'area_id' and not a.attisdropped)
        as of_area
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p')
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and c.relowner = current_user::regrole
  loop
    if not found.of_area and found.schema_name not in (${SCHEMAS_WITHOUT_AREA.map((s) => `'${s}'`).join(', ')})
      and found.name <> 'kernel.migration' then
      raise exception using errcode = 'CN001', message = found.name;
    end if;
    if found.of_area and not exists (select from pg_policy where polrelid = found.id and polname = 'same_area') then
      execute format('alter table %s enable row level security', found.name);
      execute format('alter table %s force row level security', found.name);
      execute format($policy$create policy same_area on %s
        using (${SAME_AREA})
        with check (${SAME_AREA})$policy$, found.name);
    end if;
    execute format('grant usage on schema %I to ${APP_ROLE}', found.schema_name);
    if found.name in (${READ_ONLY.map((t) => `'${t}'`).join(', ')}) then
      execute format('grant select on %s to ${APP_ROLE}', found.name);
    elsif found.name in (${APPEND_ONLY.map((t) => `'${t}'`).join(', ')}) then
      execute format('grant select, insert on %s to ${APP_ROLE}', found.name);
    else
      execute format('grant select, insert, update, delete on %s to ${APP_ROLE}', found.name);
    end if;
  end loop;
  for found in
    select format('%I.%I', n.nspname, c.relname) as name, c.reloptions as options
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm')
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and c.relowner = current_user::regrole
  loop
    if not coalesce('security_invoker=true' = any (found.options), false) then
      raise exception using errcode = 'CN002', message = found.name;
    end if;
    execute format('grant select on %s to ${APP_ROLE}', found.name);
  end loop;
end
$protect$`;

/**
 * The app's role belongs to the whole server, so two databases may be migrated at once: the loser of that race finds
 * it made. An owner who is not a superuser needs CREATEROLE, or an administrator who makes the role and grants it.
 */
export const ROLE_SQL = `
do $role$
begin
  if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
    begin
      create role ${APP_ROLE} nologin nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end if;
  if not pg_has_role(current_user, '${APP_ROLE}', 'member') or
     not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant ${APP_ROLE} to %I', current_user);
  end if;
end
$role$`;
