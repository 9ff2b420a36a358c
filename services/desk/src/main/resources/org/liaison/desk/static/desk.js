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

// That what is typed is not kept is said as well: by the server, with the reason, where it declines; by the page itself
// where the site cannot be reached or does not take it. Without this script the page that answers says it.
const DECLINED = 409;
const SIGN_IN = 401;
document.querySelectorAll("form[data-keep]").forEach((form) => {
    form.addEventListener("htmx:beforeSwap", (event) => {
        if (event.detail.xhr.status === DECLINED) event.detail.shouldSwap = true;
    });
    form.addEventListener("htmx:afterRequest", (event) => {
        const told = event.detail.successful || [DECLINED, SIGN_IN].includes(event.detail.xhr.status);
        form.querySelectorAll("[data-unkept]").forEach((unkept) => { unkept.hidden = told; });
    });
});

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
