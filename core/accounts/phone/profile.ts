import { Cell } from '#kernel/ui/cell.ts';
import type { Session } from '#kernel/ui/session.ts';
import type { VaultLabel } from '#kernel/vault/database.ts';
import type { PlaceView } from '../contract/http.ts';

/** What the vault keeps of a person, encrypted: enough to open without a network and to sign in again with one. */
export interface Profile {
  readonly accountId: string;
  /** As it was typed at sign-in. */
  readonly phone: string;
  readonly session: Session;
}

/** The unlocked person's; in memory only. */
export const profileCell = new Cell<Profile | null>(null);

/** What the locked phone may show of a person: 张** and what he or she does here. */
export function labelOf(place: PlaceView): VaultLabel {
  const marks = [`role.${place.role}`, ...(place.group === null ? [] : [`group.${place.group}`])];
  return { name: maskedName(place.name), marks, place: place.areaName };
}

/** The first character alone; its length would narrow it down. */
export function maskedName(name: string): string {
  const [first = ''] = name.trim();
  return `${first}**`;
}
