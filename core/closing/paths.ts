/** Every address of this module on the console. */
export const closingScreens = {
  closing: '/closing',
  /** Without a session: it ends with the area. */
  progress: '/closing/progress',
  /** Of devices: the phones. */
  devices: '/devices',
} as const;
