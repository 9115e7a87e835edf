import { format, type RandomBytes, secureRandom } from '#kernel/time-id/uuid.ts';

/** An invitation's token: 16 bytes of the area's id, then 16 random bytes; 43 characters of base64url. */
export function mintToken(areaId: string, random: RandomBytes = secureRandom): string {
  const hex = areaId.replaceAll('-', '');
  const area = Array.from({ length: 16 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
  const text = btoa(String.fromCharCode(...area, ...random(16)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The area a token leads to, or null when the text is no token. */
export function areaOfToken(token: string): string | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  const binary = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
  return format(Uint8Array.from(binary.slice(0, 16), (c) => c.charCodeAt(0)));
}

/** SHA-256, lower-case hex: what is stored instead of the token. Needs a secure context in a browser. */
export async function hashToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, '0')).join('');
}
