// The number on the installed portal's icon while no page is there to show it (app/src/badge.rs).

/** The client's open tickets as the Worker counts them; where their number can't be learnt, a dot says that there is news. */
export async function renewBadge() {
  if (!navigator.setAppBadge) return;
  const answer = await fetch("/api/v1/tickets?open=true").catch(() => undefined);
  const { open_count: count } = answer?.ok ? await answer.json() : {};
  await (count === undefined ? navigator.setAppBadge() : navigator.setAppBadge(count)).catch(() => {});
}
