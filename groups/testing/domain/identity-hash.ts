/** The purpose to derive a round's key for. */
export const identityKeyPurpose = (roundId: string): string => `testing.round/${roundId}`;
