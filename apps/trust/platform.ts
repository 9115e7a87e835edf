/** Whose settings the trust page explains first. */
export const PLATFORMS = ['android', 'ios', 'harmony', 'windows', 'macos', 'linux'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What the browser says it is; null where it says nothing known, and all are shown alike. */
export function platformOf(userAgent: string): Platform | null {
  // The order matters: a HarmonyOS phone says Android too, an iPhone says Mac OS X.
  if (/HarmonyOS|OpenHarmony|ArkWeb/i.test(userAgent)) return 'harmony';
  if (/Android/i.test(userAgent)) return 'android';
  if (/iPhone|iPad|iPod/i.test(userAgent)) return 'ios';
  if (/Windows/i.test(userAgent)) return 'windows';
  if (/Macintosh|Mac OS X/i.test(userAgent)) return 'macos';
  return /Linux|X11|CrOS/i.test(userAgent) ? 'linux' : null;
}

/** Chat and shop apps open links in a browser of their own, which installs nothing and keeps nothing. */
export const isInsideAnApp = (userAgent: string): boolean =>
  /MicroMessenger|QQ\/|AlipayClient|DingTalk|aweme/i.test(userAgent);
