/** The county's big sky over marsh and mill, drawn in the palette: a picture to come home to, and only that. */
export function Horizon() {
  return (
    <svg
      className="horizon"
      viewBox="0 0 1200 160"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <circle className="horizon__sun" cx="905" cy="84" r="46" />
      <path className="horizon__far" d="M0 122C140 98 300 92 470 104s280 6 430-6 220-10 300 6v56H0z" />
      <g className="horizon__mill">
        <path d="m1031 72 9-17h10l9 17 7 58h-42z" />
        <path d="M1045 61 1003 27l3-4 41 34 33-42 4 3-33 42 42 34-3 4-42-34-34 42-4-3z" />
      </g>
      <path className="horizon__near" d="M0 142c180-24 330-20 520-8s420 4 680-16v42H0z" />
      <path
        className="horizon__birds"
        d="M640 44q9-9 16 0 8-9 17-1M694 26q7-7 12 0 6-7 13-1M612 66q6-6 11 0 5-6 11-1"
      />
    </svg>
  );
}
