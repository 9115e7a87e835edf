const WIDTH = 1080;
const PADDING = 64;
const SIZE = 44;
const LINE = 68;

/** A text as a long picture, PNG, for groups where pictures travel better: made on this computer, nothing is sent. */
export function textPicture(text: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const font = `${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  const measure = canvas.getContext('2d');
  if (!measure) throw new Error('this browser draws no pictures');
  measure.font = font;
  const lines = text.split('\n').flatMap((line) => wrap(line, (words) => measure.measureText(words).width));
  canvas.width = WIDTH;
  canvas.height = lines.length * LINE + 2 * PADDING;
  // The size of a canvas, once set, forgets what was set before.
  const draw = canvas.getContext('2d');
  if (!draw) throw new Error('this browser draws no pictures');
  draw.fillStyle = '#ffffff';
  draw.fillRect(0, 0, canvas.width, canvas.height);
  draw.fillStyle = '#17202a';
  draw.textBaseline = 'top';
  for (const [i, line] of lines.entries()) {
    draw.font = i === 0 ? `bold ${font}` : font;
    draw.fillText(line, PADDING, PADDING + i * LINE);
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was made'))), 'image/png'),
  );
}

/** Character by character, as Chinese is set; Latin words break where they must. */
function wrap(line: string, widthOf: (words: string) => number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (widthOf(current + character) > WIDTH - 2 * PADDING) {
      lines.push(current);
      current = '';
    }
    current += character;
  }
  return [...lines, current];
}
