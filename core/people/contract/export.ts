/** GET, with the header x-concerto-area: the living register as an .xlsx, numbers masked. Action `people:export`. */
export const EXPORT_PATH = '/api/people/register.xlsx';
