/** How an area handles personal data: its notice, papers, terms and keys. The only door for other modules. */
export { bodies, kinds, type PrivacyCommandKind } from './contract/commands.ts';
export type { PrivacyCommand, PrivacyEvent } from './contract/events.ts';
export {
  type NoticeDoor,
  PAPER_FIELDS,
  PAPER_KINDS,
  type Paper,
  type PaperFields,
  type PaperKind,
} from './contract/papers.ts';
export { type KeysView, type KindView, type PaperView, queries } from './contract/queries.ts';
export { actions, problems, rules } from './contract/rules.ts';
export { privacyPaths } from './paths.ts';
