import type { ProjectionSource } from './projection.ts';
import type { Replica } from './replica.ts';

/**
 * Brings the projections of commands to the replica. A screen brings its own when it is drawn; this is for commands whose
 * module has drawn nothing since the page was opened: they wait in the outbox from before, or another tab made them.
 */
export class ProjectionLoader {
  private readonly loading = new Map<ProjectionSource, Promise<void>>();

  constructor(
    private readonly modules: readonly ProjectionSource[],
    private readonly replica: Replica,
  ) {}

  /**
   * Resolves when the replica decides every one of these kinds that some module decides.
   * Rejects when a part of the page cannot be loaded; called again, it tries again.
   */
  async forKinds(kinds: readonly string[]): Promise<void> {
    const missing = kinds.filter((kind) => !this.replica.decides(kind));
    const asked = this.modules.filter(({ module }) => missing.some((kind) => kind.startsWith(`${module}.`)));
    await Promise.all(asked.map((source) => this.load(source)));
  }

  private load(source: ProjectionSource): Promise<void> {
    const known = this.loading.get(source);
    if (known) return known;
    const loading = this.bring(source);
    this.loading.set(source, loading);
    loading.catch(() => this.loading.delete(source));
    return loading;
  }

  private async bring({ projections }: ProjectionSource): Promise<void> {
    for (const projection of (await projections?.()) ?? []) this.replica.add(projection);
  }
}
