/** How long one rolling code stands. By itself: judging asks for it, and must not bring the hashes along. */
export const STEP_MS = 30_000;
