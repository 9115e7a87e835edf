import '#kernel/ui/old-browsers.ts';
import '#kernel/ui/styles/tokens.css';
import '#kernel/ui/styles/shared.css';
import '#kernel/ui/console/console.css';
import './shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepSessionFresh } from '#core/accounts/client/session.ts';
import { setPagesAbout } from '#kernel/ui/about.ts';
import { bindDocumentLanguage } from '#kernel/ui/language.ts';
import { keepSession } from '#kernel/ui/session.ts';
import { App } from './app.tsx';
import { modules } from './modules.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

bindDocumentLanguage(document.documentElement);
keepSession();
setPagesAbout(modules.flatMap((module) => module.about ?? []));
keepSessionFresh();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
