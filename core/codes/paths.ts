/** Console addresses of this module. */
export const codesPaths = {
  buildingCodes: '/codes/buildings',
  keys: '/codes/keys',
} as const;
