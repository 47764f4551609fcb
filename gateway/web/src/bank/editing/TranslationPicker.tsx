import { Button, Combobox, Input, InputBase, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { noFilters, questionQuery, questionsQuery } from '../../api/queries';
import type { Language } from '../../room/wire';

/** The question that says the same in the other language, found by its words. */
export function TranslationPicker({ id, language, value, change }: { id: string | null; language: Language; value: string | null; change: (id: string | null) => void }) {
  const { t } = useTranslation();
  const other = language === 'zh' ? 'en' : 'zh';
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 160);
  const linked = useQuery({ ...questionQuery(value ?? ''), enabled: value !== null });
  const found = useQuery({ ...questionsQuery({ ...noFilters, q, language: other }), enabled: q.length > 0 });
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  if (value !== null) {
    return (
      <Input.Wrapper label={t('field.translation')} labelElement="div">
        <p className="small" style={{ margin: '2px 0' }}><Link to={`/bank/${value}`} target="_blank">{linked.data?.title ?? value}</Link> <Button size="compact-xs" variant="subtle" color="gray" onClick={() => change(null)}>{t('write.unlink')}</Button></p>
      </Input.Wrapper>
    );
  }
  const items = q ? (found.data?.items ?? []).filter((it) => it.id !== id).slice(0, 8) : [];
  return (
    <Combobox store={box} withinPortal={false} onOptionSubmit={(chosen) => { change(chosen); setText(''); box.closeDropdown(); }}>
      <Combobox.Target>
        <InputBase label={t('field.translation')} description={t('write.translationHint', { language: t(`language.${other}`) })} value={text} placeholder={t('write.translationFind')}
          onChange={(e) => { setText(e.currentTarget.value); box.openDropdown(); box.updateSelectedOptionIndex(); }} onFocus={() => text && box.openDropdown()} onBlur={() => box.closeDropdown()} />
      </Combobox.Target>
      <Combobox.Dropdown hidden={items.length === 0}>
        <Combobox.Options>{items.map((it) => <Combobox.Option key={it.id} value={it.id} lang={other === 'zh' ? 'zh-CN' : 'en'}>{it.title} <span className="tiny dim">{it.topic}</span></Combobox.Option>)}</Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
