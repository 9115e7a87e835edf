import type { Answer } from '#kernel/command/command.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { hashToken, mintToken } from '../contract/token.ts';
import type { TestHouse } from './house.ts';

/** A browser that keeps its cookies, over the HTTP of accounts. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  /** @param own headers sent with every request, e.g. its user agent */
  constructor(
    private readonly house: TestHouse,
    private readonly own: Readonly<Record<string, string>> = {},
  ) {}

  /** Takes over another browser's cookies, as a thief would. */
  steal(from: Browser): this {
    for (const [name, value] of from.cookies) this.cookies.set(name, value);
    return this;
  }

  get headers(): { cookie: string } {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  get = (url: string) => this.ask('GET', url);
  post = (url: string, body: object = {}) => this.ask('POST', url, body);

  private async ask(method: 'GET' | 'POST', url: string, body?: object) {
    const headers = { ...this.headers, host: 'concerto.test', ...this.own };
    const response = await this.house.app.inject({
      method,
      url,
      headers,
      ...(body ? { payload: body } : {}),
    });
    for (const { name, value } of response.cookies) {
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const json: unknown = response.body === '' ? null : response.json();
    return { status: response.statusCode, json, setCookie: response.headers['set-cookie'] };
  }
}

/** Invites by that member and returns the token, as the console would show it. */
export async function inviteBy(
  house: TestHouse,
  areaId: string,
  actorId: string,
  change: object = {},
): Promise<{ token: string; invitationId: string; answer: Answer }> {
  const token = mintToken(areaId);
  const invitationId = uuidv7(house.clock.now());
  const answer = await house.send(areaId, actorId, 'accounts.invite', {
    invitationId,
    tokenHash: await hashToken(token),
    role: 'volunteer',
    group: 'testing',
    name: null,
    expiresAt: house.clock.now() + 24 * 3_600_000,
    ...change,
  });
  return { token, invitationId, answer };
}
