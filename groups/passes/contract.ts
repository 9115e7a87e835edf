/**
 * Passes 出入证: who may go through a gate, on paper or on a phone, signed, so that any gate's phone judges them with no
 * network. The only door for other modules; `readPass` and `judgePass` run on phone and server.
 *
 * Sync: term `passes.all`, for gate duty and those who lead it: every pass, the area's numbers for judging them, and the
 * secret of rolling codes. Signing keys come with `codes.keys`. Term `passes.mine`: one's own passes, to be shown.
 */
export { actions, rules } from './contract/access.ts';
export {
  bodies,
  kinds,
  MOST_AT_ONCE,
  type PassesBody,
  type PassesCommand,
  type PassesCommandKind,
} from './contract/commands.ts';
export type { PassesEvent } from './contract/events.ts';
export { problems } from './contract/problems.ts';
export type { PassesReader } from './contract/readers.ts';
export * from './contract/rows.ts';
export { settings } from './contract/settings.ts';
export {
  ALL_TERM,
  COLLECTIONS,
  MINE_TERM,
  type MyPass,
  type PassSetting,
  type RollingSecret,
} from './contract/sync.ts';
export { type JudgedPass, judgePass, type PassSeen, type PassVerdict } from './domain/judge-pass.ts';
export { type ReadPass, type ReadPassContext, readPass } from './domain/read-pass.ts';
export { type PassRules, passRulesAt } from './domain/rules.ts';
