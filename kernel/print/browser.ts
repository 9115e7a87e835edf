/**
 * Hands a print document to the browser's print dialog, through a hidden frame of its own, so that the page's styles
 * stay out. Resolves when the dialog was opened; the frame goes once it is closed.
 */
export function printInBrowser(documentHtml: string, page: Document = document): Promise<void> {
  return new Promise((resolve, reject) => {
    const frame = page.createElement('iframe');
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.style.cssText = 'position:fixed;right:0;bottom:0;width:0;height:0;border:0;visibility:hidden';
    frame.addEventListener(
      'load',
      () => {
        const inside = frame.contentWindow;
        if (!inside) {
          reject(new Error('the print frame has no window'));
          return;
        }
        inside.addEventListener('afterprint', () => frame.remove(), { once: true });
        inside.focus();
        inside.print();
        resolve();
      },
      { once: true },
    );
    frame.srcdoc = documentHtml;
    page.body.append(frame);
  });
}
