/**
 * Codes of an area: what is printed, scanned and typed. The only door for other modules; all of it runs on phones.
 *
 * Sync: term `codes.keys`, collection `codes.key` (rows of `SigningKey`), for every member: public keys old and new.
 */
export {
  bodies,
  type CodesCommand,
  type CodesCommandKind,
  type CodesEvent,
  codesQueries,
  codesRules,
  kinds,
} from './contract/commands.ts';
export { KEY_COLLECTION, KEYS_TERM } from './contract/sync.ts';
export { type HandedOver, handoverCode, handoverQr, readHandoverQr } from './domain/handover-code.ts';
export { isIdCardNumber } from './domain/id-card.ts';
export { type CodeKind, PLAIN_KINDS, type PlainKind, type RowKind } from './domain/kinds.ts';
export { fitsLabSeries, type LabSeries, labPatternProblem, patternFrom } from './domain/lab-series.ts';
export { areaTag, boxCode, codeOfRow, formatCode, serialHex, serialOf } from './domain/plain.ts';
export {
  cleanPlate,
  formatPlate,
  PLATE_KINDS,
  PLATE_WORDS,
  type Plate,
  type PlateKind,
  PROVINCES,
  readPlate,
} from './domain/plate.ts';
export { hasPracticeCodes, practiceAreaId, realAreaId } from './domain/practice-tag.ts';
export { codesProblems } from './domain/problems.ts';
export { isProblem, type ReadCode, type ReadContext, readCode, readExpected } from './domain/read.ts';
export { unhex } from './domain/signed/ed25519.ts';
export type { SigningKey } from './domain/signed/keys.ts';
export { type SignedKind, type SignedMore, withTail } from './domain/signed/payload.ts';
export {
  type CheckedCode,
  checkSigned,
  type VerifiedCode,
  type VerifyContext,
  verifySigned,
} from './domain/signed/verify.ts';
export {
  type LabTubeSeries,
  MOST_LABELS,
  nextTubeCodes,
  type OwnTubeSeries,
  shortTube,
} from './domain/tube-series.ts';
