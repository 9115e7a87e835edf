/** Of visits; spread into the module's problems. 200–249 refuse, 250 and up flag a passage that stands. */
export const visitProblems = {
  'no-such-visit': [200, 404],
  /** They left, were turned away, or it was taken back. */
  'visit-over': [201, 409],
  /** Not later than now, or more than a day away. */
  'visit-until-wrong': [202, 422],
  'no-such-building': [203, 404],
  'look-unknown': [204, 404],
  'look-expired': [205, 410],

  /** Somebody left whom nobody had let in, or by a plate that is not inside. */
  'visit-unknown': [250, 409],
  'visit-left-twice': [251, 409],
  /** Subjects: passageId, visitId, otherVisitId: the one that stands inside already. */
  'vehicle-inside-twice': [252, 409],
  'plate-impossible': [253, 422],
  'visit-place-unknown': [254, 404],
} as const;

/** It stands as it is, or it never was: no visit uses an outing. */
export const VISIT_RESOLUTIONS = {
  'visit-unknown': ['accept', 'void'],
  'visit-left-twice': ['accept', 'void'],
  'vehicle-inside-twice': ['accept', 'void'],
  'plate-impossible': ['accept', 'void'],
  'visit-place-unknown': ['accept', 'void'],
} as const;
