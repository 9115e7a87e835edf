/** GET, with the header x-concerto-area: the living register as an .xlsx, numbers masked. Action `people:export`. */
export const EXPORT_PATH = '/api/people/register.xlsx';

/** GET, with the header x-concerto-area: the whole looked-at list as an .xlsx. Action `people:read-looks`. */
export const LOOKS_PATH = '/api/people/looks.xlsx';
