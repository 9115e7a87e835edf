import { Cell } from '#kernel/ui/cell.ts';

/** A new version that waits until the person takes it; null when this is the newest. */
export const waitingVersion = new Cell<ServiceWorker | null>(null);

/** Keeps the phone's files for offline starts. Browsers give no service worker on plain HTTP. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  navigator.serviceWorker
    .register('/phone/worker.js', { scope: '/phone/' })
    .then(watch)
    .catch((error: unknown) => console.error('the offline copy could not be made', error));
}

/** Called when the person says so: the waiting version takes over and this page loads anew, no other one does. */
export function takeVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), {
    once: true,
  });
  waitingVersion.get()?.postMessage({ type: 'SKIP_WAITING' });
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) waitingVersion.set(registration.waiting);
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  // A phone that stays open for days asks once an hour; without a network, an hour later.
  setInterval(() => void registration.update().catch(() => undefined), 3_600_000);
}
