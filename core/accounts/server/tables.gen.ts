/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface AccountsSchema {
  'accounts.invitation': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly tokenHash: string;
    readonly role: string;
    readonly group: string | null;
    readonly name: string | null;
    readonly expiresAt: number;
    readonly usedAt: number | null;
    readonly usedBy: string | null;
    readonly revokedAt: number | null;
    readonly invitedBy: string;
    readonly invitedAt: number;
    readonly memberId: string | null;
    readonly phoneEnd: string | null;
  };
  'accounts.member': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly phoneCipher: Uint8Array | null;
    readonly phoneBlind: string | null;
    readonly phoneMask: string | null;
    readonly role: string;
    readonly group: string | null;
    readonly residentId: string | null;
    readonly endedAt: number | null;
  };
  'accounts.newPin': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly memberId: string;
    readonly tokenHash: string;
    readonly expiresAt: number;
    readonly usedAt: number | null;
    readonly revokedAt: number | null;
    readonly offeredBy: string;
    readonly offeredAt: number;
  };
  'accounts.standing': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly memberId: string;
    readonly role: string;
    readonly group: string | null;
    readonly from: number;
    readonly until: number | null;
  };
}
