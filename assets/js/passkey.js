// Passkeys: the device is asked, and its answer goes into the form. Only where there can be some.
"use strict";

{
  const able = Boolean(window.PublicKeyCredential && navigator.credentials);
  for (const part of document.querySelectorAll("[data-passkeys]")) {
    part.hidden = (part.dataset.passkeys === "able") !== able;
  }
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const letters = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

  const create = async (options) => {
    const user = { ...options.user, id: bytes(options.user.id) };
    const publicKey = { ...options, user, challenge: bytes(options.challenge), excludeCredentials: named(options.excludeCredentials) };
    const { id, response } = await navigator.credentials.create({ publicKey });
    return {
      id,
      transports: response.getTransports?.() ?? [],
      attestationObject: letters(response.attestationObject),
      clientDataJSON: letters(response.clientDataJSON),
    };
  };
  const get = async (options) => {
    const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) };
    const { id, response } = await navigator.credentials.get({ publicKey });
    return {
      id,
      authenticatorData: letters(response.authenticatorData),
      signature: letters(response.signature),
      clientDataJSON: letters(response.clientDataJSON),
      userHandle: response.userHandle ? letters(response.userHandle) : null,
    };
  };

  const form = able && document.querySelector("form[data-passkey]");
  if (form) {
    const options = JSON.parse(form.dataset.options);
    const makes = form.dataset.passkey === "create";
    const answer = form.elements.namedItem("response");
    const failed = document.querySelector("[data-passkey-failed]");
    const ask = async () => {
      failed.hidden = true;
      try {
        answer.value = JSON.stringify(await (makes ? create : get)(options));
        form.submit();
      } catch {
        // Refused, too late, or no key there: the person may try again, or go another way.
        failed.hidden = false;
      }
    };
    form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
  }
}
