import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import type { PhoneFiles } from './phone-files.ts';

/**
 * The phone's service worker: everything the phone may need is kept at the first visit, so that it opens without a
 * network. A new version waits until the person says so: nobody is interrupted at work. Scope /phone/ only; what the
 * server answers under /api is never kept here.
 */
export function phoneWorker(phone: PhoneFiles): Plugin[] {
  const plugins = VitePWA({
    registerType: 'prompt',
    injectRegister: false,
    strategies: 'generateSW',
    filename: 'phone/worker.js',
    scope: '/phone/',
    manifest: false,
    workbox: {
      globPatterns: ['assets/**', 'phone/index.html', 'phone/manifest.webmanifest', 'icons/*'],
      maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      modifyURLPrefix: { '': '/' },
      manifestTransforms: [
        async (entries) => ({
          manifest: entries.filter(
            ({ url }) => !url.includes('assets/') || phone.has(url.replace(/^\//, '')),
          ),
          warnings: [],
        }),
      ],
      navigateFallback: '/phone/index.html',
      navigateFallbackAllowlist: [/^\/phone(\/|$)/],
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      skipWaiting: false,
      inlineWorkboxRuntime: true,
    },
  });
  return plugins.map((plugin) => onlyAfterBuild(plugin, phone));
}

/** After a build that failed there is nothing to keep: complaining about that would hide what really went wrong. */
function onlyAfterBuild(plugin: Plugin, phone: PhoneFiles): Plugin {
  const { closeBundle } = plugin;
  if (typeof closeBundle !== 'object') return plugin;
  const { handler } = closeBundle;
  return {
    ...plugin,
    closeBundle: {
      ...closeBundle,
      async handler(...args) {
        if (phone.isEmpty()) return;
        await handler.apply(this, args);
      },
    },
  };
}
