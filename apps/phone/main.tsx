import '#kernel/ui/old-browsers.ts';
import '#kernel/ui/styles/tokens.css';
import '#kernel/ui/styles/shared.css';
import '#kernel/ui/phone/phone.css';
import './shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browserStorage } from '#kernel/ui/cell.ts';
import { bindDocumentLanguage } from '#kernel/ui/language.ts';
import { App } from './app.tsx';
import { bindContrast } from './contrast.ts';
import { watchInstall } from './install.ts';
import { lockByItself } from './lock.ts';
import { registerWorker } from './service-worker.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

bindDocumentLanguage(document.documentElement);
// Versions before the vault kept the person's name here, in the clear.
browserStorage()?.removeItem('concerto.session');
lockByItself();
bindContrast(document.documentElement);
watchInstall();
registerWorker();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Not needed before the first paint.
import('./keep-fresh.ts')
  .then(({ keepFresh }) => keepFresh())
  .catch((error: unknown) => console.error(error));
