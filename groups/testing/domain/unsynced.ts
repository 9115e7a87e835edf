/** A browser profile as the server knows it. */
export interface KnownDevice {
  readonly id: string;
  readonly actorId: string;
  readonly lastSeenAt: number;
  /** Commands in its outbox when it was last heard. */
  readonly pending: number;
}

export type UnsyncedDevice = KnownDevice & { readonly why: 'pending' | 'silent' };

/**
 * Phones that may hold work of a round: those heard since it opened that had unsent work then, or that have been
 * silent so long that they may have worked offline since.
 * @param silentMinutes setting `testing.silent-minutes`
 */
export function unsyncedDevices(
  devices: readonly KnownDevice[],
  openedAt: number,
  at: number,
  silentMinutes: number,
): UnsyncedDevice[] {
  return devices
    .filter((device) => device.lastSeenAt >= openedAt)
    .flatMap((device): UnsyncedDevice[] => {
      if (device.pending > 0) return [{ ...device, why: 'pending' }];
      const silent = at - device.lastSeenAt > silentMinutes * 60_000;
      return silent ? [{ ...device, why: 'silent' }] : [];
    });
}
