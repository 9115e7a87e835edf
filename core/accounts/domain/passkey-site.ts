/** The name passkeys are bound to here (WebAuthn's relying party id), and the page they are used on. */
export interface PasskeySite {
  readonly rpId: string;
  readonly origin: string;
}

/**
 * Why passkeys do not work under an address: a bare number instead of a name, no HTTPS, or not the address people use.
 */
export type PasskeyHindrance = 'ip-address' | 'insecure' | 'other-address';

export interface Reached {
  /** The request's `Host`, e.g. `concerto.local:8443`. */
  readonly host: string | undefined;
  /** Whether people come over HTTPS. */
  readonly secure: boolean;
  /** Where a proxy stands in front, e.g. `https://concerto.example.org`. */
  readonly publicOrigin: string | undefined;
}

const IP_ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|\[.*\])$/;

/**
 * Browsers make and use a passkey under a name and a secure origin only (Web Authentication Level 3, 5.1.3); they bind
 * it to the name, so a wrong `Host` opens nothing. The public address is taken before the request's own.
 */
export function passkeySite({ host, secure, publicOrigin }: Reached): PasskeySite | PasskeyHindrance {
  const asked = urlOf(`${secure ? 'https' : 'http'}://${host ?? ''}`);
  const known = publicOrigin === undefined ? null : urlOf(publicOrigin);
  const url = known ?? asked;
  if (!url || !asked || IP_ADDRESS.test(url.hostname)) return 'ip-address';
  if (url.protocol !== 'https:' && url.hostname !== 'localhost') return 'insecure';
  if (known && asked.hostname !== known.hostname) return 'other-address';
  return { rpId: url.hostname, origin: url.origin };
}

const urlOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
