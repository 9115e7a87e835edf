import type { Enrolment } from './database.ts';

export interface EnrolRequest {
  readonly deviceId: string;
  /** The author's Ed25519 key, 32 bytes base64url. */
  readonly publicKey: string;
  readonly appVersion: string;
  /** Kind of phone and browser, no more: e.g. `Android · Chrome 120`. */
  readonly platform: string;
}

/**
 * Makes an author's key on this device known to the server, which needs a session. Asking again answers the same.
 * @returns null where there is no network, no session or no such door now: what is made meanwhile waits
 */
export async function enrol(areaId: string, request: EnrolRequest): Promise<Enrolment | null> {
  try {
    const response = await fetch(`/api/areas/${areaId}/devices/enrol`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'x-concerto-area': areaId },
      body: JSON.stringify(request),
    });
    return response.ok ? ((await response.json()) as Enrolment) : null;
  } catch {
    return null;
  }
}

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\/(\d+)/, 'WeChat'],
  [/Edg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)|FxiOS\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)|CriOS\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];

/** Enough for a leader to recognise a phone, too little to follow it: system, browser and its major version. */
export function platformOf(userAgent: string): string {
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '?';
  for (const [pattern, name] of BROWSERS) {
    const found = pattern.exec(userAgent);
    if (found) return `${system} · ${name} ${found[1] ?? found[2] ?? ''}`.trim();
  }
  return system;
}
