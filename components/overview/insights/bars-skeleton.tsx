/** As high as so many bars. */
export function BarsSkeleton({ bars }: { bars: number }) {
  return (
    <div role="status" aria-label="Loading" className="grid animate-breathe gap-0.5">
      {Array.from({ length: bars }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <span key={at} className="grid min-h-11 content-center gap-2">
          <span className="h-3 w-2/5 rounded-full bg-sunken" />
          <span className="h-2 rounded-full bg-sunken" />
        </span>
      ))}
    </div>
  );
}
