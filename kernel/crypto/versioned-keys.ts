import { ProblemError } from '../problem/problem.ts';
import type { AreaKeys } from './area-keys.ts';
import type { OneVersion } from './one-version.ts';
import { cryptoProblems } from './problems.ts';

/** The keys of an area over all their versions. @param read the versions, oldest first; null while nothing has changed */
export class VersionedKeys implements AreaKeys {
  /** Newest first. */
  private versions: readonly OneVersion[];

  constructor(
    first: readonly OneVersion[],
    private readonly read: () => readonly OneVersion[] | null = () => null,
  ) {
    this.versions = first.toReversed();
  }

  refresh(): void {
    const fresh = this.read();
    if (fresh) this.versions = fresh.toReversed();
  }

  get newest(): number {
    return this.top.version;
  }

  get marked(): boolean {
    return this.versions.every(({ version }) => version > 0);
  }

  seal(plain: string, context: string): Buffer {
    return this.top.seal(plain, context);
  }

  open(sealed: Uint8Array, context: string): string {
    const opened = this.tryOpen(sealed, context);
    if (opened !== null) return opened;
    // Perhaps sealed a moment ago under a version that another process has added.
    this.refresh();
    const again = this.tryOpen(sealed, context);
    // Node says only "unable to authenticate"; the context is what helps.
    if (again === null) throw new ProblemError(cryptoProblems['does-not-open'], { context });
    return again;
  }

  isCurrent(sealed: Uint8Array, context: string): boolean {
    if (this.newest > 0 && sealed[0] !== this.newest) return false;
    return this.marked || this.top.open(sealed, context) !== null;
  }

  blindIndex(kind: string, value: string): Buffer {
    return this.top.blindIndex(kind, value);
  }

  blindIndexes(kind: string, value: string): readonly Buffer[] {
    return this.versions.filter((v) => !v.logOnly).map((v) => v.blindIndex(kind, value));
  }

  derive(purpose: string, at = Number.POSITIVE_INFINITY): Buffer {
    return (this.versions.find((v) => v.from <= at) ?? this.oldest).derive(purpose);
  }

  deriveAll(purpose: string): readonly Buffer[] {
    return this.versions.map((v) => v.derive(purpose));
  }

  /** By the version byte; a value of the time before there were any may begin with any byte, so it is tried last. */
  private tryOpen(sealed: Uint8Array, context: string): string | null {
    const named = this.versions.find(({ version }) => version > 0 && version === sealed[0]);
    const unmarked = this.versions.find(({ version }) => version === 0);
    return named?.open(sealed, context) ?? unmarked?.open(sealed, context) ?? null;
  }

  private get top(): OneVersion {
    return at(this.versions, 0);
  }

  private get oldest(): OneVersion {
    return at(this.versions, -1);
  }
}

function at(versions: readonly OneVersion[], index: number): OneVersion {
  const found = versions.at(index);
  if (!found) throw new ProblemError(cryptoProblems['no-key']);
  return found;
}
