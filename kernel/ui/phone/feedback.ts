/** Sound and vibration beside the colour and the word: gloves, sun and noise hide each of them at times. */
export type Feel = 'done' | 'flagged' | 'refused';

/** Hz and ms, one tone after the other: rising for done, level twice for look here, falling and long for no. */
const TONES: Readonly<Record<Feel, readonly (readonly [hertz: number, ms: number])[]>> = {
  done: [
    [880, 70],
    [1320, 110],
  ],
  flagged: [
    [620, 140],
    [0, 60],
    [620, 140],
  ],
  refused: [
    [330, 180],
    [220, 320],
  ],
};

const BUZZ: Readonly<Record<Feel, readonly number[]>> = {
  done: [40],
  flagged: [80, 60, 80],
  refused: [220, 80, 220],
};

let context: AudioContext | null = null;

/** Browsers let a page sound only after a touch: called on the first one. */
export function wakeSound(): void {
  const Audio =
    window.AudioContext ?? (window as { webkitAudioContext?: typeof AudioContext }).webkitAudioContext;
  if (!Audio) return;
  context ??= new Audio();
  if (context.state === 'suspended') void context.resume();
}

export function feel(kind: Feel): void {
  navigator.vibrate?.([...BUZZ[kind]]);
  if (context?.state === 'running') play(context, TONES[kind]);
}

function play(audio: AudioContext, tones: (typeof TONES)[Feel]): void {
  let at = audio.currentTime;
  for (const [hertz, ms] of tones) {
    if (hertz > 0) tone(audio, hertz, at, ms / 1000);
    at += ms / 1000;
  }
}

function tone(audio: AudioContext, hertz: number, at: number, seconds: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'square';
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0.18, at);
  gain.gain.setTargetAtTime(0, at + seconds - 0.02, 0.008);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}
