/** Console paths that other modules link to. */
export const devicesPaths = {
  devices: '/devices',
} as const;
