import type { Stamp } from '#kernel/command/module.ts';
import type { PrivacyEvent } from '../contract/events.ts';
import type { PrivacyState } from './state.ts';

export function evolve(state: PrivacyState, event: PrivacyEvent, { version, at, actorId }: Stamp): void {
  switch (event.type) {
    case 'privacy.paper-saved': {
      const { paperId: id, kind, fields, number } = event.data;
      state.paperIds.add(id);
      state.numbers.set(kind, number);
      state.papers.push({ id, version, kind, number, fields, savedAt: at, savedBy: actorId });
      return;
    }
    case 'privacy.undertaking-accepted':
      state.undertaken.add(event.data.memberId);
      state.undertakings.push({ id: event.data.memberId, version, acceptedAt: at });
      return;
    case 'privacy.expired-removed': {
      const { kind, before, rows } = event.data;
      state.removals.push({ kind, before, version });
      state.expired.set(kind, { before, rows: (state.expired.get(kind)?.rows ?? rows) - rows });
      return;
    }
    case 'privacy.key-backup-confirmed': {
      const { backupId: id, fingerprint, place } = event.data;
      state.backupIds.add(id);
      state.backups.push({ id, version, fingerprint, place, confirmedAt: at, confirmedBy: actorId });
      return;
    }
    case 'privacy.key-rotation-begun':
      state.keyChanges.push({ begin: event.data.at });
      return;
    case 'privacy.resealed':
      state.reseals.push(event.data);
      return;
    case 'privacy.key-rotation-ended':
      state.keyChanges.push('end');
  }
}
