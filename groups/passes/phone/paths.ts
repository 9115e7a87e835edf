export const MINE_PATH = '/passes/mine';
