"use strict";
// Parts of a page that stay up to date: <div data-live="/inbox/events" data-live-part="/inbox/list">. When the server
// says that something changed, the part is fetched anew; `data-live-select` says what of the answer is the part. Nothing
// is taken away from under somebody's focus. Without this script the page shows what was so when it came.
const SOON = 300;
const LATER = 10000;
function follow(part) {
    const events = new EventSource(part.dataset.live);
    let waiting = null;
    // Nobody did this: it does not make a session last longer. Where there is none any more, the answer leads to the page
    // for signing in.
    const refresh = () => {
        waiting = null;
        htmx.ajax("GET", part.dataset.livePart, {
            target: part, swap: "innerHTML", select: part.dataset.liveSelect, headers: {"Liaison-Background": "1"}});
    };
    const turn = () => {
        if (part.contains(document.activeElement)) waiting = setTimeout(turn, SOON);
        else refresh();
    };
    events.onmessage = () => { waiting ??= setTimeout(turn, SOON); };
    // The browser itself tries again unless it was refused.
    events.onerror = () => {
        if (events.readyState !== EventSource.CLOSED) return;
        refresh();
        setTimeout(() => follow(part), LATER);
    };
    addEventListener("pagehide", () => events.close());
}
document.querySelectorAll("[data-live]").forEach(follow);
// A language is used at once when it is chosen.
document.querySelectorAll("form.languages select").forEach((select) => {
    select.addEventListener("change", () => select.form.requestSubmit());
});
