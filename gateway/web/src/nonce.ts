/** The gateway writes a fresh nonce into every page; styles that are made at run time carry it. */
export const cspNonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
