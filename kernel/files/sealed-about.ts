/** Bound into the encryption, so that a file put into another's place does not open. */
export const sealedAbout = (areaId: string, fileId: string): string => `concerto/file/${areaId}/${fileId}`;
