import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { replayActions, replayKeys } from '../replay/keys';

const groups = {
  'shortcuts.everywhere': [['Ctrl K', 'palette.open'], ['?', 'shortcuts.title'], ['g h', 'nav.home'], ['g b', 'nav.bank'], ['g i', 'nav.interviews'], ['g n', 'home.new'], ['g s', 'nav.settings']],
  'shortcuts.room': [['Alt A', 'shortcuts.ask'], ['Alt H', 'shortcuts.hint'], ['Alt ↑ ↓', 'shortcuts.choose'], ['Alt R', 'shortcuts.reference'], ['Alt N', 'shortcuts.note'], ['Alt C', 'shortcuts.chat'], ['Alt E', 'shortcuts.editor'], ['Ctrl Enter', 'shortcuts.submit']],
  'shortcuts.replay': replayActions.map((action) => [replayKeys[action].shown, `replay.${action}`] as const),
  'nav.bank': [['/', 'shortcuts.search'], ['↑ ↓', 'shortcuts.move'], ['Enter', 'shortcuts.open'], ['p', 'shortcuts.pick'], ['Shift Enter', 'shortcuts.pickFound']],
} as const;

export default function Shortcuts({ close }: { close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={close} size="xl" title={t('shortcuts.title')} closeButtonProps={{ 'aria-label': t('close') }}>
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
    </Modal>
  );
}
