import { useHotkeys, type HotkeyItem } from '@mantine/hooks';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { offerActions } from '../shell/offers';
import { actionsAt, keysOf, type ActionId, type Desk, type Doing, type Doings } from './roomActions';

const WHISPER_LASTS = 5000;

/**
 * Binds the keys of a desk's actions and offers the actions to the palette. What comes back is the line that says why a
 * key did nothing.
 */
export function useRoomActions<D extends Desk>(desk: D, doings: Doings<D>): ReactNode {
  const { t } = useTranslation();
  const [whisper, setWhisper] = useState<{ text: string } | null>(null);
  const all = actionsAt(desk).flatMap((id) => {
    const doing = (doings as Record<ActionId, Doing | Doing[]>)[id];
    return (Array.isArray(doing) ? doing : [doing]).map((one, n) => ({ id: `${id}-${n}`, keys: keysOf(id, n), name: t(`action.${id}`), ...one }));
  });
  const present = all.filter((it) => !it.absent);
  const press = ({ whyNot, run }: Doing) => {
    // A dialog has the keyboard for itself.
    if (document.querySelector('[aria-modal="true"]')) return;
    if (whyNot) setWhisper({ text: whyNot });
    else run();
  };
  useHotkeys(present.map((it): HotkeyItem => [it.keys, () => press(it), { usePhysicalKeys: true, preventDefault: true }]), [], true);
  useEffect(() => {
    offerActions(present.map(({ id, keys, name, label, run, whyNot }) => ({ id, keys, label: label ?? name, run, ...(whyNot && { whyNot }) })));
  });
  useEffect(() => () => offerActions([]), []);
  useEffect(() => {
    if (!whisper) return;
    const timer = setTimeout(() => setWhisper(null), WHISPER_LASTS);
    return () => clearTimeout(timer);
  }, [whisper]);
  return <p className={whisper ? 'whisper on' : 'whisper'} role="status">{whisper?.text}</p>;
}
