import { PROTOCOL } from '#kernel/sync/protocol.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { coherent } from './coherent.ts';
import type { Draw } from './draw.ts';
import { hostileValue, STRANGE_BODIES, STRANGE_HEADERS, spoiled, wireText } from './hostile.ts';
import type { Choice, KnownIds } from './ids.ts';
import type { CommandOperation, QueryOperation } from './operations.ts';
import { drawnOf, type Json } from './values.ts';
import type { Asked } from './wire.ts';
import type { Person } from './world.ts';

/** How a request is meant. */
export type Meant = 'valid' | 'edge' | 'hostile';

export interface Made extends Asked {
  readonly meant: Meant;
  /** Kinds and bodies of a push, in its order. */
  readonly commands: readonly { readonly kind: string; readonly body: unknown; readonly ids: Choice }[];
}

/** Null: nobody is signed in. */
type By = Person | null;

const JSON_TYPE = { 'content-type': 'application/json' };

/** Makes requests of each sort out of chances and of what stands in the area. */
export class Requests {
  constructor(
    private readonly areaId: string,
    private readonly draw: Draw,
    private readonly ids: KnownIds,
    private readonly document: Json,
  ) {}

  query({ path, method, input, name }: QueryOperation, by: By, meant: Meant): Made {
    const { draw } = this;
    const value = this.meantAs(
      drawnOf(input, this.document, this.ids.for(name, draw), meant === 'edge' ? 'edge' : 'valid'),
      meant,
    );
    if (draw.chance(0.4)) {
      return this.request('POST', `/rpc/${name.replace('.', '/')}`, by, meant, { json: value });
    }
    if (method === 'POST') return this.request('POST', `/api/q${path}`, by, meant, value);
    return this.request('GET', `/api/q${path}?${inAddress(value)}`, by, meant, null);
  }

  push(kinds: readonly CommandOperation[], by: By, meant: Meant): Made {
    const { draw } = this;
    const made = kinds.map((one) => this.command(one, by, meant));
    const commands = made.map(({ ids: _, ...one }) =>
      meant === 'hostile' && draw.chance(0.15) ? spoiled(one, draw) : one,
    );
    const push = { protocol: PROTOCOL, deviceId: crypto.randomUUID(), clockOffset: 0, commands };
    const body = meant === 'hostile' && draw.chance(0.1) ? spoiled(push, draw) : push;
    const request = this.request('POST', `/api/areas/${this.areaId}/push`, by, meant, body);
    return body === push ? { ...request, commands: made } : request;
  }

  private command({ kind, v, body }: CommandOperation, by: By, meant: Meant) {
    const claimedAt = Date.now();
    const ids = this.ids.for(kind, this.draw);
    const made = drawnOf(body, this.document, ids, meant === 'edge' ? 'edge' : 'valid');
    const mended = coherent(kind, made, by?.grant ?? '', this.draw);
    const actorId = by?.client.memberId ?? uuidv7(claimedAt);
    return { id: uuidv7(claimedAt), kind, v, claimedAt, actorId, body: this.meantAs(mended, meant), ids };
  }

  /** @param route `METHOD /path/:with/:parts` */
  route(route: string, by: By, meant: Meant): Made {
    const { draw } = this;
    const [method = 'GET', url = '/'] = route.split(' ');
    const ids = this.ids.for(route, draw);
    const path = url
      .replace(':areaId', meant === 'hostile' && draw.chance(0.1) ? this.part() : this.areaId)
      .replace('*', () => this.part())
      .replace(/:(\w+)/g, (_, name: string) =>
        meant === 'hostile' && draw.chance(0.5) ? this.part() : ids.pick(name),
      );
    const asked =
      meant === 'hostile' && draw.chance(0.3) ? `${path}?${inAddress({ request: this.part() })}` : path;
    const made = this.request(method, asked, by, meant, null);
    if (method === 'GET') return made;
    const { type, text } = draw.oneOf(STRANGE_BODIES);
    if (meant === 'hostile' && draw.chance(0.6)) {
      return { ...made, headers: { ...made.headers, ...safe({ 'content-type': type }) }, body: text };
    }
    const body = wireText(this.meantAs(this.anyBody(), meant));
    return { ...made, headers: { ...made.headers, ...JSON_TYPE }, body };
  }

  /** The document does not describe the bodies of plain routes: these are the fields they know. */
  private anyBody(): Record<string, unknown> {
    const { draw, areaId } = this;
    const ids = this.ids.for('', draw);
    const fields: Readonly<Record<string, () => unknown>> = {
      ...{ token: () => 'A'.repeat(43), areaName: () => '清源', name: () => '王秀兰', pin: () => '246810' },
      ...{ phone: () => `139${String(10_000_000 + draw.below(9_999_999))}`, code: () => '123456' },
      ...{ memberId: () => ids.pick('memberId'), sessionId: () => crypto.randomUUID(), told: () => [] },
      ...{
        protocol: () => PROTOCOL,
        deviceId: () => crypto.randomUUID(),
        held: () => ({}),
        pending: () => 0,
      },
      ...{ entries: () => [{ id: crypto.randomUUID(), sealed: 'A'.repeat(120) }], columns: () => true },
      ...{
        publicKey: () => 'A'.repeat(43),
        appVersion: () => '0.1.0',
        platform: () => 'Android',
        areaId: () => areaId,
      },
      ...{
        replaces: () => crypto.randomUUID(),
        response: () => ({ id: 'A', type: 'public-key' }),
        newPin: () => '135790',
      },
    };
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value()]));
  }

  private meantAs(value: unknown, meant: Meant): unknown {
    return meant === 'hostile' ? spoiled(value, this.draw) : value;
  }

  /** A part of a path or an address. */
  private part(): string {
    return escaped(String(hostileValue(this.draw)).slice(0, 300));
  }

  private request(method: string, path: string, by: By, meant: Meant, value: unknown): Made {
    const { draw } = this;
    const strange = meant === 'hostile' && draw.chance(0.15) ? safe(draw.oneOf(STRANGE_HEADERS)) : {};
    const signedIn = by ? { cookie: by.client.cookie } : {};
    const body = value === null ? null : wireText(value);
    const typed = body === null ? {} : JSON_TYPE;
    const headers = { 'x-concerto-area': this.areaId, ...signedIn, ...typed, ...strange };
    return { method, path, headers, body, meant, commands: [] };
  }
}

/** Headers travel as Latin-1: what is more is left to the body. */
const safe = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\x20-\x7e\x80-\xff]*$/.test(value)));

/** As oRPC reads an address: `a=1&b[c]=2&d[0]=3`. */
function inAddress(value: unknown): string {
  const pairs: string[] = [];
  const walk = (inner: unknown, name: string): void => {
    if (typeof inner === 'object' && inner !== null) {
      for (const [key, one] of Object.entries(inner).slice(0, 50)) walk(one, name ? `${name}[${key}]` : key);
    } else if (inner !== undefined && name) {
      const text = String(inner).slice(0, 2_000);
      pairs.push(`${escaped(name)}=${escaped(text)}`);
    }
  };
  walk(value, '');
  return pairs.join('&').slice(0, 8_000);
}

/** Half a surrogate pair has no form in an address. */
const escaped = (text: string): string => encodeURIComponent(Buffer.from(text).toString());
