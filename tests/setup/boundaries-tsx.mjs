/**
 * Preloaded before dependency-cruiser: under TypeScript 7 it reads with swc, and asks swc to read every file as
 * plain TypeScript, so that it stops at the first JSX. This tells swc which files hold JSX.
 */
import { createRequire } from 'node:module';

const swc = createRequire(import.meta.url)('@swc/core');
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });
