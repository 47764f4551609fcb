import { Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Chips } from '../../shell/Chips';
import { useWhen } from '../../shell/when';
import { chooseItem, type Choices } from './choices';
import { OpenItem } from './OpenItem';
import type { Choose } from './useImport';
import type { Listed } from './view';
import type { PreviewFile, PreviewItem } from './wire';

type Props = {
  listed: Listed;
  all: Listed[];
  files: PreviewFile[];
  choices: Choices;
  choose: Choose;
  open: boolean;
  /** Of all the items one can be reached with Tab; the arrows lead to the others. */
  focusable: boolean;
  select: (item: PreviewItem) => void;
  edit: (key: string) => void;
  showSource: (item: PreviewItem) => void;
};

/** One item: whether it is taken over, what it would become, and when it is open everything about it. */
export const Item = memo(function Item(props: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const { listed, choices, choose, open, focusable, select } = props;
  const { item, included, warnings } = listed;
  // Whoever holds an arrow down passes by: an item is opened when nothing more urgent is to be drawn.
  const opened = useDeferredValue(open, false) && open;
  const lang = item.language === 'zh' ? 'zh-CN' : 'en';
  const include = (on: boolean) => choose((now) => chooseItem(now, item.key, { include: on ? (now.items[item.key]?.include === false ? undefined : true) : false }));
  return (
    <article className={['item', open ? 'open' : '', included ? '' : 'out'].join(' ')} data-key={item.key}>
      <div className="itemhead">
        <Checkbox size="sm" checked={included} tabIndex={focusable ? 0 : -1} aria-label={t('review.include', { title: item.title })} onChange={(e) => include(e.currentTarget.checked)} />
        <button id={`item-${item.key}`} className="plain grow" aria-expanded={open} tabIndex={focusable ? 0 : -1} onClick={() => select(item)}>
          <span className="title" lang={lang}>{item.title}</span>
          <Chips>
            {item.topics.join(t('comma'))}
            {t('review.line', { line: item.line })}
            {item.reference.trim() ? t('review.hasAnswer') : t('review.noAnswer')}
            {item.keyPoints.length > 0 && t('review.keyPoints', { count: item.keyPoints.length })}
            {when.minutes(item.minutes)}
            {choices.items[item.key]?.edit && t('review.edited')}
          </Chips>
        </button>
        {warnings.length > 0 && <span className="warns nums" title={warnings.map((it) => it.message).join('\n')}><IconAlertTriangle size={15} stroke={1.8} aria-hidden /><span className="unseen">{t('review.tab.warnings')} </span>{warnings.length}</span>}
        <span className="tag outcome" data-outcome={included ? item.outcome : 'left'}>{t(`outcome.${included ? item.outcome : 'left'}`)}</span>
      </div>
      {opened && <OpenItem {...props} />}
    </article>
  );
});
