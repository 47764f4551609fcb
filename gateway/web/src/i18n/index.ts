import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Lang = 'zh' | 'en';
const REMEMBERED = 'mockingbird.language';

const bundles = { en: () => import('./en'), zh: () => import('./zh') };

export function preferredLanguage(): Lang {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered === 'zh' || remembered === 'en') return remembered;
  return navigator.languages.some((l) => l.toLowerCase().startsWith('zh')) ? 'zh' : 'en';
}

export async function startI18n() {
  const lng = preferredLanguage();
  const { strings } = await bundles[lng]();
  await i18next.use(initReactI18next).init({
    lng,
    resources: { [lng]: { translation: strings } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    partialBundledLanguages: true,
  });
  document.documentElement.lang = lng === 'zh' ? 'zh-CN' : 'en';
}

export async function speak(lng: Lang) {
  const { strings } = await bundles[lng]();
  i18next.addResourceBundle(lng, 'translation', strings);
  await i18next.changeLanguage(lng);
  localStorage.setItem(REMEMBERED, lng);
  document.documentElement.lang = lng === 'zh' ? 'zh-CN' : 'en';
}
