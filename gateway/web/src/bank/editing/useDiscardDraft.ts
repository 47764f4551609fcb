import { useQueryClient } from '@tanstack/react-query';
import { useAction } from '../../api/queries';
import { discardDraft } from './saving';

/** Discards the draft that is shown; when there is another one by now, that is shown instead. */
export function useDiscardDraft() {
  const client = useQueryClient();
  const shown = ['question', 'drafts'];
  const action = useAction(discardDraft, shown);
  const mutate = (draft: { id: string; draftBase: number }) =>
    action.mutate(draft, { onError: () => shown.forEach((name) => void client.invalidateQueries({ queryKey: [name] })) });
  return { ...action, mutate };
}
