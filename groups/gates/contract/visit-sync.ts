/** Of the term `gates.area`: visits inside, names masked; whoever left leaves the phones. Rows of `Visit`. */
export const VISIT_COLLECTION = 'gates.visit';
