export const OVERSIGHT_PATH = '/oversight';
