import type { Hue } from './screen.ts';

/** The palette's hue as a CSS colour; white text on it passes AA. Values: styles/tokens.css. */
export const hueColour = (hue: Hue): string => `var(--hue-${hue})`;
