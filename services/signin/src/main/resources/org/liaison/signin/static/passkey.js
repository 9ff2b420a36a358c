// Passkeys. A form with `data-passkey="get"` or `"create"` asks its `data-options` for a challenge, lets the device answer it,
// and sends the answer in its field `credential`. Without this script the form is sent empty, and the server says why it fails.
"use strict";
(() => {
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const descriptors = list => (list || []).map(one => ({ ...one, id: bytes(one.id) }));

  const ceremonies = {
    get: async options => {
      const answer = await navigator.credentials.get({ publicKey: {
        ...options, challenge: bytes(options.challenge), allowCredentials: descriptors(options.allowCredentials) } });
      const { authenticatorData, clientDataJSON, signature, userHandle } = answer.response;
      return json(answer, {
        authenticatorData: text(authenticatorData), clientDataJSON: text(clientDataJSON), signature: text(signature),
        userHandle: userHandle ? text(userHandle) : undefined });
    },
    create: async options => {
      const answer = await navigator.credentials.create({ publicKey: {
        ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: descriptors(options.excludeCredentials) } });
      const { attestationObject, clientDataJSON } = answer.response;
      return json(answer, {
        attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON),
        transports: answer.response.getTransports ? answer.response.getTransports() : [] });
    },
  };

  const json = (answer, response) => JSON.stringify({
    id: answer.id, rawId: text(answer.rawId), type: answer.type, response,
    clientExtensionResults: answer.getClientExtensionResults(),
    authenticatorAttachment: answer.authenticatorAttachment || undefined });

  const say = (form, what) => {
    for (const part of form.querySelectorAll("[data-say]")) part.hidden = part.dataset.say !== what;
  };

  const run = async form => {
    const asked = await fetch(form.dataset.options, {
      method: "POST", credentials: "same-origin", redirect: "error",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ _csrf: form.elements._csrf.value }) });
    if (!asked.ok) { say(form, "stale"); return; }
    form.elements.credential.value = await ceremonies[form.dataset.passkey](await asked.json());
    form.submit();
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const button = form.querySelector("button");
    if (!window.PublicKeyCredential) { button.disabled = true; say(form, "unable"); continue; }
    form.addEventListener("submit", event => {
      event.preventDefault();
      say(form, "");
      button.disabled = true;
      run(form)
        .catch(error => say(form, error instanceof TypeError ? "stale" : error.name === "InvalidStateError" ? "known" : "failed"))
        .finally(() => { button.disabled = false; });
    });
  }

  // The zone of the machine is the likeliest one, and may be changed before the form is sent.
  for (const select of document.querySelectorAll("select[data-guess]")) {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...select.options].some(option => option.value === here)) select.value = here;
  }

  const address = document.querySelector("input[data-copy]");
  if (address) address.addEventListener("focus", () => address.select());
})();
