"use strict";
// A file that is too large is not sent at all; of one that is sent, the progress shows. Without this script the file is
// sent as by any form, and the server says what was wrong.
function arm(form) {
    const file = form.querySelector("input[type=file]");
    const tooLarge = form.querySelector("[data-too-large]");
    const progress = form.querySelector("progress");
    const isTooLarge = () => file.files.length > 0 && file.files[0].size > Number(form.dataset.most);
    file.addEventListener("change", () => { tooLarge.hidden = !isTooLarge(); });
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (isTooLarge()) { tooLarge.hidden = false; file.focus(); return; }
        const request = new XMLHttpRequest();
        request.open("POST", form.action);
        progress.hidden = false;
        request.upload.addEventListener("progress", (sent) => { progress.value = 100 * sent.loaded / sent.total; });
        request.addEventListener("load", () => {
            // Whoever was led elsewhere, as to the page for signing in, goes there.
            if (new URL(request.responseURL).pathname !== new URL(form.action).pathname) { location.assign(request.responseURL); return; }
            show(new DOMParser().parseFromString(request.responseText, "text/html"));
        });
        request.addEventListener("error", () => form.submit());
        request.send(new FormData(form));
    });
}

function show(page) {
    document.querySelector("main").replaceWith(page.querySelector("main"));
    document.querySelectorAll("form[data-upload]").forEach(arm);
    const alert = document.querySelector("[role=alert]");
    if (alert !== null) { alert.tabIndex = -1; alert.focus(); }
}

document.querySelectorAll("form[data-upload]").forEach(arm);

// What is typed is kept while it is typed. What is not kept is said: by the server, with the reason, where it declines;
// by the page where the site cannot be reached or does not take it, and then it is tried again until it is kept. Until
// then no page is left behind unasked. Without this script the page that answers says it.
const DECLINED = 409;
const SIGN_IN = 401;
const FORGED = 403;
const AGAIN = 4000;
function keep(form) {
    let typed = 0;
    let sent = 0;
    let kept = 0;
    let leaving = null;
    const unkept = form.querySelector("[data-unkept]");
    const signedOut = form.querySelector("[data-signed-out]");
    form.addEventListener("input", () => { typed += 1; });
    form.addEventListener("htmx:beforeRequest", () => { sent = typed; });
    form.addEventListener("htmx:beforeSwap", (event) => {
        if (event.detail.xhr.status === DECLINED) event.detail.shouldSwap = true;
    });
    form.addEventListener("htmx:afterRequest", (event) => {
        const {successful, xhr} = event.detail;
        // Whoever is led to the page for signing in finds it there afterwards.
        const led = xhr.status === SIGN_IN && xhr.getResponseHeader("HX-Redirect") !== null;
        const again = !successful && !led && xhr.status !== DECLINED;
        if (successful || led) kept = sent;
        signedOut.hidden = xhr.status !== SIGN_IN || led;
        unkept.hidden = !again || !signedOut.hidden;
        if (again) {
            if (xhr.status === FORGED) renew(form);
            setTimeout(() => htmx.trigger(form, "again"), AGAIN);
        } else if (leaving !== null) form.requestSubmit(leaving);
    });
    form.addEventListener("submit", (event) => {
        if (unkept.hidden && signedOut.hidden) { kept = typed; return; }
        event.preventDefault();
        leaving = event.submitter;
    });
    addEventListener("beforeunload", (event) => { if (typed !== kept) event.preventDefault(); });
}

// Whoever signed in again in another window has a new session, and its forms a new token.
async function renew(form) {
    const page = await fetch(location.href).then((answer) => answer.text());
    const token = new DOMParser().parseFromString(page, "text/html").querySelector("main form [name=_csrf]");
    if (token !== null) form.elements._csrf.value = token.value;
}

document.querySelectorAll("form[data-keep]").forEach(keep);

// Questions that take the place of others while somebody types: what was typed since, what lies open and where the
// cursor stands is carried over (htmx sets the focus again by its id). Without this script the page asks anew when it
// is kept.
document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
    const before = event.detail.target;
    for (const field of event.detail.fragment.querySelectorAll("input:not([type=hidden]), select, textarea")) {
        const typed = field.id === "" ? null : before.querySelector("#" + CSS.escape(field.id));
        if (typed === null || typed.type !== field.type) continue;
        if (field.type === "checkbox" || field.type === "radio") field.checked = typed.checked;
        else field.value = typed.value;
    }
    for (const closed of event.detail.fragment.querySelectorAll("details[id]")) {
        const open = before.querySelector("#" + CSS.escape(closed.id));
        const holdsFocus = document.activeElement?.id && closed.querySelector("#" + CSS.escape(document.activeElement.id));
        if (open?.open || holdsFocus) closed.open = true;
    }
});
