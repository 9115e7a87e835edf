import '#kernel/ui/old-browsers.ts';
import '#kernel/ui/styles/tokens.css';
import '#kernel/ui/styles/shared.css';
import '#kernel/ui/console/console.css';
import './shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bindDocumentLanguage } from '#kernel/ui/language.ts';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

bindDocumentLanguage(document.documentElement);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
