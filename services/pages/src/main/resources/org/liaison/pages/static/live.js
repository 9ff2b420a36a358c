"use strict";
// Parts of a page that stay up to date: <div data-live="/inbox/events" data-live-part="/inbox/list">. When the server
// says that something changed, the part is fetched anew. Without this script the page shows what was so when it came.
document.querySelectorAll("[data-live]").forEach((part) => {
    const events = new EventSource(part.dataset.live);
    let waiting = null;
    events.onmessage = () => {
        if (waiting !== null) return;
        waiting = setTimeout(() => {
            waiting = null;
            htmx.ajax("GET", part.dataset.livePart, {target: part, swap: "innerHTML"});
        }, 300);
    };
    addEventListener("pagehide", () => events.close());
});
// A language is used at once when it is chosen.
document.querySelectorAll("form.languages select").forEach((select) => {
    select.addEventListener("change", () => select.form.requestSubmit());
});
// Leave no page with typed words behind unasked. Forms that keep their words themselves say so.
document.querySelectorAll("form[data-keep]").forEach((form) => {
    let typed = false;
    form.addEventListener("input", () => { typed = true; });
    form.addEventListener("submit", () => { typed = false; });
    // Whoever is asked to sign in again finds it there afterwards.
    form.addEventListener("htmx:afterRequest", (event) => {
        if (event.detail.successful || event.detail.xhr.status === 401) typed = false;
    });
    addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
});
