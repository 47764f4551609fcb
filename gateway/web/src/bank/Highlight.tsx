/** Search hits come as plain text with U+E000 before and U+E001 after each; never as markup. */
export function Highlight({ text }: { text: string }) {
  return (
    <>
      {text.split('\uE000').map((part, i) => {
        if (i === 0) return part;
        const [hit, ...rest] = part.split('\uE001');
        return <span key={i}><mark>{hit}</mark>{rest.join('')}</span>;
      })}
    </>
  );
}
