/** The oldest browsers that are promised to work, about 2021 (docs/ARCHITECTURE.md). */
export const TARGETS = ['chrome90', 'safari14'];
