import { useMemo } from 'react';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage } from '#kernel/ui/use-text.ts';
import { type HandoverWords, handoverWords } from './words.ts';

export function useHandoverWords(): HandoverWords {
  const language = useLanguage();
  const { areaId } = requireSession();
  return useMemo(() => handoverWords(areaId, language), [areaId, language]);
}
