/**
 * Text as scanners, keyboards and people deliver it, made plain: full-width forms become ASCII (NFKC), letters upper
 * case, control and invisible characters (a wedge's Enter and Tab) go, as does the AIM symbology identifier some
 * scanners put in front (`]C1`, `]Q3`; ISO/IEC 15424).
 */
export function clean(text: string): string {
  return text
    .slice(0, LONGEST_READ)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .toUpperCase()
    .replace(/^\][A-Z][0-9A-Z](?=.)/, '');
}

/** No code is longer; what follows is cut so that a pasted book costs nothing. */
export const LONGEST_READ = 400;

/** Without the spaces, dashes and dots that group a code for the eye. Expects `clean` text. */
export const withoutGroups = (text: string): string => text.replace(/[\s\p{Pd}_.·•−|/]/gu, '');
