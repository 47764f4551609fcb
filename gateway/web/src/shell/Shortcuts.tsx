import { useTranslation } from 'react-i18next';
import { replayActions, replayKeys } from '../replay/keys';
import { Dialog } from './Dialog';
import { keysOf, roomActions, type ActionId } from '../room/roomActions';
import { caps } from './Keys';

type Line = readonly [keys: string, what: string];

const inRoom = (wanted: (at: readonly string[]) => boolean): Line[] =>
  (Object.keys(roomActions) as ActionId[]).filter((id) => wanted(roomActions[id].at)).map((id) => {
    const { keys } = roomActions[id];
    const shown = caps(keysOf(id)).join(' ');
    return [typeof keys === 'string' ? shown : `${shown} … ${keys.length}`, `action.${id}`];
  });

const groups: Record<string, readonly Line[]> = {
  'shortcuts.everywhere': [['Ctrl K', 'palette.open'], ['?', 'shortcuts.title'], ['g h', 'nav.home'], ['g b', 'nav.bank'], ['g i', 'nav.interviews'], ['g n', 'home.new'], ['g s', 'nav.settings']],
  'nav.bank': [['/', 'shortcuts.search'], ['↑ ↓', 'shortcuts.move'], ['Enter', 'shortcuts.open'], ['p', 'shortcuts.pick'], ['Shift Enter', 'shortcuts.pickFound'], ['e', 'question.edit'], ['t', 'try.title'], ['Ctrl S', 'save']],
  'import.title': [['↑ ↓', 'review.key.move'], ['x', 'review.key.include'], ['e', 'review.key.edit'], ['s', 'review.key.split'], ['Ctrl Z', 'review.undo'], ['Ctrl Shift Z', 'review.redo'], ['[ ]', 'review.key.blocks'], ['q a b t i', 'review.key.roles']],
  'shortcuts.room': inRoom((at) => at.includes('candidate')),
  'shortcuts.desk': inRoom((at) => !at.includes('candidate')),
  'shortcuts.replay': replayActions.map((action) => [replayKeys[action].shown, `replay.${action}`] as const),
};

export default function Shortcuts({ close }: { close: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened close={close} size="xl" title={t('shortcuts.title')}>
      <div className="keys">
        {Object.entries(groups).map(([group, keys]) => (
          <section key={group}>
            <h3 className="dim small">{t(group)}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>{t(what)}</dt>
                  <dd>{key.split(' ').map((k) => <kbd key={k} style={{ marginLeft: 4 }}>{k}</kbd>)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
