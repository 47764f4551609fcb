import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choices } from './choices';
import type { KeptImport } from './keptImport';
import { preview } from './send';
import type { Preview } from './wire';

const PAUSE = 250;

/** What the service makes of the files with these choices. The last answer stays until the next one is there. */
export function usePreview({ upload, files, choices }: KeptImport) {
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const [wanted] = useDebouncedValue<Choices>(choices.now, PAUSE);
  const asked = useQuery({
    queryKey: ['import-preview', upload, wanted, i18n.language],
    queryFn: ({ signal }) => preview(files, wanted, signal),
    staleTime: 60_000,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const [last, setLast] = useState<{ upload: string; answer: Preview } | null>(null);
  useEffect(() => { if (asked.data) setLast({ upload, answer: asked.data }); }, [asked.data, upload]);
  const current = wanted === choices.now && asked.data !== undefined;
  return {
    answer: asked.data ?? (last?.upload === upload ? last.answer : null),
    /** The answer is to the choices as they are now. */
    current,
    error: asked.error,
    again: () => client.invalidateQueries({ queryKey: ['import-preview', upload] }),
  };
}
export type Asked = ReturnType<typeof usePreview>;
