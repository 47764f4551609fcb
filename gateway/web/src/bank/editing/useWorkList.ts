import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { noFilters, questionsQuery } from '../../api/queries';

export type WorkList = { left: number; field: 'reference' | 'keyPoints'; error: unknown; skip: () => void; next: () => void } | null;

/** Questions that lack something, one after the other: what was seen in this sitting does not come again. */
export function useWorkList(id: string | null, missing: string | null, source: string, topic: string): WorkList {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [seen, setSeen] = useState<string[]>([]);
  const wanted = questionsQuery({ ...noFilters, missing: missing ?? '', source, topic });
  const list = useQuery({ ...wanted, enabled: missing !== null && id !== null });
  const going = useMutation({ mutationFn: go });
  if (missing === null || id === null) return null;
  async function go() {
    if (missing === null || id === null) return;
    const past = [...seen, id];
    // The index may not know yet what has just been saved.
    for (let page = 0; ; page++) {
      const found = await client.fetchQuery({ ...questionsQuery({ ...noFilters, missing, source, topic, page }), staleTime: 0 });
      const next = found.items.find((it) => !past.includes(it.id));
      if (next || (page + 1) * 20 >= found.total) setSeen(past);
      const kept = new URLSearchParams(Object.entries({ missing, source, topic }).filter(([, value]) => value));
      if (next) return void navigate(`/bank/${next.id}/edit?${kept}`);
      if ((page + 1) * 20 >= found.total) return void navigate(`/bank?${kept}`);
    }
  }
  const open = list.data?.total ?? 0;
  return { left: Math.max(0, open - seen.length), field: missing === 'key-points' ? 'keyPoints' : 'reference', error: going.error, skip: () => going.mutate(), next: () => going.mutate() };
}
