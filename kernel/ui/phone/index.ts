/** What phone screens are built from. The camera and its reader are loaded only when asked for. */
export { ToneBadge } from '../badge.tsx';
export { StateFace } from '../face.tsx';
export { EmptyFace, ErrorFace, LoadingFace } from '../quiet.tsx';
export { BigButton, ButtonRow, SideButton } from './big-button.tsx';
export { PhoneCard, PhoneList, PhoneRow } from './card.tsx';
export { PhoneChoice, PhoneInput } from './fields.tsx';
export { BigNumber, LastLine, Progress } from './figures.tsx';
export { flash } from './flash.tsx';
export { PhonePage } from './page.tsx';
export { PinPad } from './pin-pad.tsx';
export { ScanField } from './scan-field.tsx';
export { SearchSheet } from './search-sheet.tsx';
export { AskSheet, BottomSheet } from './sheet.tsx';
export { SyncBadge } from './sync-badge.tsx';
export { SyncNow } from './sync-now.tsx';
export { useDispatch } from './use-dispatch.ts';
