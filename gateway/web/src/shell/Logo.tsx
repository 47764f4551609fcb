/** Wing bars: the white patches a mockingbird shows when it opens its wings. */
export function Logo({ size = 26, onDark = false }: { size?: number; onDark?: boolean }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill={onDark ? '#eaf6f8' : 'var(--accent)'} />
      <g fill={onDark ? '#0d4a5a' : 'var(--mantine-color-body)'}>
        <path d="M7 23.5 14.2 8.5h3L10 23.5z" />
        <path d="M13.4 23.5l4.8-10h3l-4.8 10z" opacity=".85" />
        <path d="M19.8 23.5l2.4-5h3l-2.4 5z" opacity=".7" />
      </g>
    </svg>
  );
}

export function Wing() {
  return (
    <svg className="wing" viewBox="0 0 400 360" aria-hidden="true">
      <g fill="currentColor">
        {Array.from({ length: 9 }, (_, i) => (
          <path key={i} d={`M${20 + i * 40} 360 L${150 + i * 30} ${40 + i * 32} h26 L${58 + i * 40} 360z`} opacity={1 - i * 0.09} />
        ))}
      </g>
    </svg>
  );
}
