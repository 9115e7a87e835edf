import { implement } from '@orpc/server';
import type { AccessRules } from '../../access/access.ts';
import { type Command, type Decision, type DomainEvent, refuse } from '../../command/command.ts';
import type { CommandModule } from '../../command/module.ts';
import type { Module } from '../../module.ts';
import { problem } from '../../problem/problem.ts';
import { type QueryContext, requireAction } from '../../query/context.ts';
import { choiceSaid, settingSaid } from '../../ui/text.ts';
import { type SetSetting, setSetting, settingsProblems, settingsQueries } from '../contract.ts';
import { type SettingDefinition, settingAt } from '../setting.ts';
import { insertSettings, loadSettings, type SettingRow } from './store.ts';

type Set = Command<'settings.set', SetSetting>;
type WasSet = DomainEvent<'settings.was-set', SetSetting>;
interface State {
  readonly fresh: SettingRow[];
}

const fits = (d: SettingDefinition, value: number): boolean =>
  value >= d.min && value <= d.max && (d.allowed?.includes(value) ?? true);

function settingsCommands(definitions: readonly SettingDefinition[]): CommandModule<State, Set, WasSet> {
  return {
    kinds: {
      'settings.set': { nature: 'wish', action: 'settings:set', v: 1, judgedBy: 'receipt', body: setSetting },
    },
    load: async () => ({ fresh: [] }),
    decide(_state, { body }): Decision<WasSet> {
      const definition = definitions.find((d) => d.key === body.key);
      if (!definition) return refuse(problem(settingsProblems['unknown-setting']));
      if (!fits(definition, body.value)) {
        return refuse(
          problem(settingsProblems['value-not-allowed'], { key: definition.key, value: body.value }),
        );
      }
      return { events: [{ type: 'settings.was-set', data: body }] };
    },
    evolve(state, { data }, { version, actorId }) {
      const { id, key, value, source } = data;
      state.fresh.push({ id, version, key, value, validFrom: data.from, source, setBy: actorId });
    },
    save: (tx, state) => insertSettings(tx, state.fresh),
  };
}

function settingsRouter(definitions: readonly SettingDefinition[]) {
  const os = implement(settingsQueries).$context<QueryContext>();
  return os.router({
    list: os.list.handler(async ({ context }) => {
      requireAction(context, 'settings:view');
      const values = await loadSettings(context.tx);
      return definitions.map((d) => {
        const { value, from, source } = settingAt(d, values, context.now);
        const { key, unit, min, max } = d;
        const allowed = d.allowed ? [...d.allowed] : null;
        return {
          key,
          name: settingSaid(key, 'setting'),
          unit,
          value,
          from,
          source: source === null ? settingSaid(key, 'setting-source') : { 'zh-CN': source, en: source },
          weak: d.weak ?? false,
          isDefault: from === 0,
          min,
          max,
          allowed,
          choices: d.unit === 'choice' ? (allowed ?? []).map((value) => choiceSaid(key, value)) : null,
        };
      });
    }),
  });
}

/**
 * The dated settings of all modules, as one module of its own.
 * @param rules who may `settings:view` and `settings:set`
 */
export function settingsModule(
  definitions: readonly SettingDefinition[],
  rules: AccessRules,
): Omit<Module, 'migrations'> {
  return {
    name: 'settings',
    commands: settingsCommands(definitions) as CommandModule<never>,
    rules,
    queries: settingsRouter(definitions),
    problems: settingsProblems,
  };
}
