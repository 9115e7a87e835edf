import { type Transport, TransportFault } from '#kernel/sync/client/transport.ts';
import type {
  PackedResponse,
  PullRequest,
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

  /** @param direct the same way without its faults */
  constructor(
    private readonly direct: Transport,
    private readonly random: () => number,
  ) {}

  async push(request: PushRequest, signal: AbortSignal): Promise<PushResponse> {
    await this.way();
    if (this.fails()) await this.direct.push(request, signal);
    const response = await this.direct.push(request, signal);
    await this.way();
    if (!this.fails()) return response;
    // Only some of the answers come through, in another order, and one of them twice.
    const answers = [...response.answers].reverse().filter(() => this.random() < 0.7);
    return { ...response, answers: [...answers, ...answers.slice(0, 1)] };
  }

  async pull(request: PullRequest, signal: AbortSignal): Promise<PackedResponse> {
    await this.way();
    const response = await this.direct.pull(request, signal);
    await this.way();
    return response;
  }

  async relay(request: RelayRequest, signal: AbortSignal): Promise<PushResponse> {
    await this.way();
    if (this.fails()) await this.direct.relay(request, signal);
    const response = await this.direct.relay(request, signal);
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
