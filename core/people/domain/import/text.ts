/** Small readings of cell texts that several columns share. */

/** Outer blanks of every kind off, full-width letters and digits narrow. */
export const plainText = (text: string): string => text.normalize('NFKC').trim();

const SAME_AS_ABOVE = /^(同上|同前|上同|〃|″|"|''|”|ditto)$/iu;
/** 同上 and the marks people write for it. */
export const isSameAsAbove = (text: string): boolean => SAME_AS_ABOVE.test(text.trim());

/** A mask from an export: it says nothing about the value. */
export const isMasked = (text: string): boolean => /[*＊]{2,}/u.test(text);

const YES = /^(√|✓|✔|☑|■|●|是|有|对|y|yes|true|1|在|on)$/iu;
const NO = /^(×|✗|✘|x|☐|□|○|否|无|没有|不是|不|n|no|false|0|不在)$/iu;

/** A ticked or unticked cell; undefined when it is neither. Empty says nothing: null. */
export function readFlag(text: string): boolean | null | undefined {
  const plain = plainText(text);
  if (plain === '' || plain === '-' || plain === '/') return null;
  if (YES.test(plain)) return true;
  if (NO.test(plain)) return false;
  return undefined;
}

export function readSex(text: string): 'male' | 'female' | null | undefined {
  const plain = plainText(text);
  if (plain === '') return null;
  if (/^(男|男性|m|male)$/i.test(plain)) return 'male';
  if (/^(女|女性|f|female)$/i.test(plain)) return 'female';
  return undefined;
}

/** `1950-03-09`, `1950.3.9`, `1950年3月9日`, `19500309` → ISO; undefined when it is no day. */
export function readDate(text: string): string | null | undefined {
  const plain = plainText(text).replace(/ \d\d:\d\d$/, '');
  if (plain === '') return null;
  const match =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/u.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
