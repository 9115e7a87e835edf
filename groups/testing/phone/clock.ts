/** `09:32` by the phone's own zone. @param at epoch ms */
export const clock = (at: number): string =>
  new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
