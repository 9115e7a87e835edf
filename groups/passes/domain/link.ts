/**
 * The link that brings a pass onto its holder's phone. What it holds stands behind the `#`, so no server sees it and
 * none is asked: the signed text, and the secret of the rolling code.
 */
export const PASS_PATH = '/pass/';

/** @param origin e.g. `https://192.168.1.8:8443` */
export const linkOf = (
  origin: string,
  { text, rollingKey }: { readonly text: string; readonly rollingKey: string | null },
): string => `${origin}${PASS_PATH}#${text}.${rollingKey ?? ''}`;

/** Null when it is no such link's end. */
export function readLink(hash: string): { readonly text: string; readonly rollingKey: string } | null {
  const found = /^#?(S[0-9A-Z]{191})\.([0-9a-f]{32})$/.exec(hash);
  return found?.[1] && found[2] ? { text: found[1], rollingKey: found[2] } : null;
}
