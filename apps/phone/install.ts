import { Cell } from '#kernel/ui/cell.ts';

/** The browser's own question whether to install; Chrome lets a page keep it until the person asks. */
interface InstallEvent extends Event {
  prompt(): Promise<void>;
}

export const installCell = new Cell<InstallEvent | null>(null);

export function watchInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installCell.set(event as InstallEvent);
  });
  window.addEventListener('appinstalled', () => installCell.set(null));
}

export const isInstalled = (): boolean => window.matchMedia('(display-mode: standalone)').matches;

/** Safari on phones has no question to keep: the person does it through the share menu. */
export const isIos = (): boolean => /iPhone|iPad|iPod/.test(navigator.userAgent);
