import type { Stamp } from '#kernel/command/module.ts';
import type { PassesEvent } from '../contract/events.ts';
import type { PassesState, PassRow } from './state.ts';

export function evolve(state: PassesState, event: PassesEvent, stamp: Stamp): void {
  const { at, version } = stamp;
  if (event.type === 'passes.issued') {
    for (const pass of event.data.passes) {
      state.passes.put({ ...pass, ...UNTOUCHED, issuedAt: at, version });
    }
    return;
  }
  const changes = changesOf(event, stamp);
  for (const id of event.data.passIds) {
    const row = state.passes.get(id);
    if (row) state.passes.put({ ...row, ...changes, version });
  }
}

function changesOf(
  event: Exclude<PassesEvent, { readonly type: 'passes.issued' }>,
  { at, receivedAt }: Stamp,
): Partial<PassRow> {
  switch (event.type) {
    case 'passes.extended':
      return { validUntil: event.data.validUntil };
    case 'passes.revoked':
      return { revokedAt: at, revokeReason: event.data.reason, note: event.data.note };
    case 'passes.suspended':
      return { suspendedAt: at, suspendReason: event.data.reason, note: event.data.note };
    case 'passes.renewed':
      // By the clock that signs, to the second of the codes: what is handed out next must not fall before it.
      return { renewedAt: Math.floor(receivedAt / 1000) * 1000 };
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
  renewedAt: null,
  note: '',
  printedAt: null,
} as const;
