import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { PracticeFrame } from '#core/practice/ui/band.tsx';
import { ScanFlash } from '#kernel/ui/phone/flash.tsx';
import { PhoneToast } from '#kernel/ui/phone/toast.tsx';
import { buildRouter } from '#kernel/ui/router.tsx';
import { Frame, NotFound, OpenFrame } from './frames.tsx';
import { Insecure } from './insecure.tsx';
import { screens } from './screens.ts';

const router = buildRouter(screens, { basepath: '/phone', Frame, OpenFrame, NotFound });

export function App() {
  const [warned, setWarned] = useState(window.isSecureContext);
  if (!warned) return <Insecure onGo={() => setWarned(true)} />;
  return (
    <PracticeFrame>
      <RouterProvider router={router} />
      <ScanFlash />
      <PhoneToast />
    </PracticeFrame>
  );
}
