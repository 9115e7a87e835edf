/**
 * What libraries call that the oldest promised browsers (Chrome 90, Safari 14) lack. Syntax is lowered by the build;
 * these are functions. Imported first by each shell.
 */
Object.hasOwn ??= (object, key) => Object.hasOwn(object, key);

Array.prototype.at ??= function at(this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index];
};
