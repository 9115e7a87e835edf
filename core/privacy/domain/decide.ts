import { type Command, type Decision, refuse } from '#kernel/command/command.ts';
import { type ProblemKind, problem } from '#kernel/problem/problem.ts';
import type { PrivacyBody, PrivacyCommandKind } from '../contract/commands.ts';
import type { PrivacyCommand, PrivacyEvent } from '../contract/events.ts';
import { PAPER_FIELDS } from '../contract/papers.ts';
import { problems as p } from '../contract/rules.ts';
import type { PrivacyState } from './state.ts';

/** Rows that one removal takes away: a gate never waits for more. */
export const REMOVED_AT_ONCE = 500;

type Verdict = Decision<PrivacyEvent>;
type Of<K extends PrivacyCommandKind> = Command<K, PrivacyBody<K>>;

const accept = (...events: readonly PrivacyEvent[]): Verdict => ({ events });
const no = (kind: ProblemKind, details = {}): Verdict => refuse(problem(kind, details));

export function decide(state: PrivacyState, command: PrivacyCommand): Verdict {
  switch (command.kind) {
    case 'privacy.save-paper':
      return savePaper(state, command);
    case 'privacy.accept-undertaking':
      return state.undertaken.has(command.actorId)
        ? accept()
        : accept({ type: 'privacy.undertaking-accepted', data: { memberId: command.actorId } });
    case 'privacy.remove-expired':
      return removeExpired(state, command);
    case 'privacy.confirm-key-backup':
      return confirmBackup(state, command);
    case 'privacy.begin-key-rotation':
      return accept({ type: 'privacy.key-rotation-begun', data: { at: command.at } });
    case 'privacy.reseal':
      return state.sealedTables.has(command.body.table)
        ? accept({ type: 'privacy.resealed', data: command.body })
        : no(p['unknown-table'], { table: command.body.table });
    case 'privacy.end-key-rotation':
      return state.stale?.length === 0
        ? accept({ type: 'privacy.key-rotation-ended', data: {} })
        : no(p['rotation-unfinished'], { table: state.stale?.[0] ?? '' });
  }
}

/** Every field of the kind is said; a notice leaves none empty, since people read it before they give anything. */
function savePaper(state: PrivacyState, { body }: Of<'privacy.save-paper'>): Verdict {
  if (state.paperIds.has(body.paperId)) return no(p['paper-exists']);
  const known: readonly string[] = PAPER_FIELDS[body.kind];
  const fields = Object.fromEntries(known.map((field) => [field, body.fields[field] ?? '']));
  const empty = body.kind === 'notice' ? known.find((field) => fields[field] === '') : undefined;
  if (empty !== undefined) return no(p['field-empty'], { field: `notice.${empty}` });
  const number = (state.numbers.get(body.kind) ?? 0) + 1;
  return accept({ type: 'privacy.paper-saved', data: { ...body, fields, number } });
}

function removeExpired(state: PrivacyState, { body: { kind } }: Of<'privacy.remove-expired'>): Verdict {
  const expired = state.expired.get(kind);
  if (expired === undefined) return no(p['unknown-kind']);
  if (expired === null) return no(p['no-term']);
  const rows = Math.min(expired.rows, REMOVED_AT_ONCE);
  if (rows === 0) return accept();
  return accept({ type: 'privacy.expired-removed', data: { kind, before: expired.before, rows } });
}

function confirmBackup(state: PrivacyState, { body }: Of<'privacy.confirm-key-backup'>): Verdict {
  if (state.backupIds.has(body.backupId)) return accept();
  if (body.fingerprint !== state.fingerprint) return no(p['other-keys']);
  return accept({ type: 'privacy.key-backup-confirmed', data: body });
}
