import type { Stamp } from '#kernel/command/module.ts';
import type { PassesEvent } from '../contract/events.ts';
import type { PassesState, PassRow } from './state.ts';

export function evolve(state: PassesState, event: PassesEvent, { at, version }: Stamp): void {
  if (event.type === 'passes.issued') {
    for (const pass of event.data.passes) {
      state.passes.put({ ...pass, ...UNTOUCHED, issuedAt: at, version });
    }
    return;
  }
  const changes = changesOf(event, at);
  for (const id of event.data.passIds) {
    const row = state.passes.get(id);
    if (row) state.passes.put({ ...row, ...changes, version });
  }
}

function changesOf(
  event: Exclude<PassesEvent, { readonly type: 'passes.issued' }>,
  at: number,
): Partial<PassRow> {
  switch (event.type) {
    case 'passes.extended':
      return { validUntil: event.data.validUntil };
    case 'passes.revoked':
      return { revokedAt: at, revokeReason: event.data.reason, note: event.data.note };
    case 'passes.suspended':
      return { suspendedAt: at, suspendReason: event.data.reason, note: event.data.note };
    case 'passes.lifted':
      return { suspendedAt: null, suspendReason: null, note: '' };
    case 'passes.printed':
      return { printedAt: at };
  }
}

const UNTOUCHED = {
  revokedAt: null,
  revokeReason: null,
  suspendedAt: null,
  suspendReason: null,
  note: '',
  printedAt: null,
} as const;
