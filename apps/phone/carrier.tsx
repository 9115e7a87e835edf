import { useCaretakers } from './caretakers.ts';

/** Beneath sign-in and joining: what is sealed on this phone goes while nobody is in. Draws nothing. */
export default function Carrier() {
  useCaretakers();
  return null;
}
