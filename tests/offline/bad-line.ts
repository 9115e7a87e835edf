import { DirectTransport } from '#kernel/sync/client/testing/phone.ts';
import type { ReferenceServer } from '#kernel/sync/client/testing/reference-server.ts';
import { type Transport, TransportFault } from '#kernel/sync/client/transport.ts';
import type {
  PullRequest,
  PullResponse,
  PushRequest,
  PushResponse,
  RelayRequest,
} from '#kernel/sync/protocol.ts';

/**
 * A line that loses requests before the server, loses answers after it, delays both, delivers a request twice, and
 * mixes, drops and repeats the answers to a push.
 */
export class BadLine implements Transport {
  /** 1 is a good line, 0 lets almost nothing through. */
  quality = 0.7;
  private readonly direct: DirectTransport;

  constructor(
    server: ReferenceServer,
    actorId: string,
    private readonly random: () => number,
  ) {
    this.direct = new DirectTransport(server, actorId);
  }

  async push(request: PushRequest): Promise<PushResponse> {
    await this.way();
    if (this.fails()) await this.direct.push(request);
    const response = await this.direct.push(request);
    await this.way();
    if (!this.fails()) return response;
    // Only some of the answers come through, in another order, and one of them twice.
    const answers = [...response.answers].reverse().filter(() => this.random() < 0.7);
    return { ...response, answers: [...answers, ...answers.slice(0, 1)] };
  }

  async pull(request: PullRequest): Promise<PullResponse> {
    await this.way();
    const response = await this.direct.pull(request);
    await this.way();
    return response;
  }

  async relay(request: RelayRequest): Promise<PushResponse> {
    await this.way();
    if (this.fails()) await this.direct.relay(request);
    const response = await this.direct.relay(request);
    await this.way();
    return response;
  }

  live(): () => void {
    return () => {};
  }

  /** A try on a bad line may fail; in no other way than this. */
  readonly expectFault = (error: unknown): void => {
    if (!(error instanceof TransportFault)) throw error;
  };

  private async way(): Promise<void> {
    for (let i = Math.floor(this.random() * 4); i > 0; i--) await new Promise((r) => setImmediate(r));
    if (this.fails()) throw new TransportFault('unreachable');
  }

  private fails(): boolean {
    return this.random() > this.quality;
  }
}
