import { useEffect, useState } from 'react';

/** How many lines were added since they were last looked at; what is there at first counts as seen. */
export function useUnread(lines: number, looking: boolean): number {
  const [seen, setSeen] = useState(lines);
  useEffect(() => {
    if (looking) setSeen(lines);
  }, [looking, lines]);
  return looking ? 0 : Math.max(0, lines - seen);
}
