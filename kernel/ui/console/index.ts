/** What console screens are built from, beside antd itself. */
export { Mark, ToneBadge } from '../badge.tsx';
export { StateFace } from '../face.tsx';
export { EmptyFace, ErrorFace, LoadingFace } from '../quiet.tsx';
export { AboutLinks } from './about-links.tsx';
export { type Column, DataTable } from './data-table.tsx';
export { DetailDrawer } from './detail-drawer.tsx';
export { download } from './download.ts';
export { fetchFile } from './fetch-file.ts';
export { Figure, FigureLink } from './figure-link.tsx';
export { Page, Section } from './page.tsx';
export { ProblemAlert } from './problem-alert.tsx';
export { SettleForm } from './settle-form.tsx';
export { TableFrame } from './table-frame.tsx';
