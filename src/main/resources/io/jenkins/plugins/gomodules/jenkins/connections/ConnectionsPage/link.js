/*
 * In the form of the global configuration: buttons that lead to the page of tests with what is typed, saved or not. It
 * reaches no server before somebody presses a button there. It is not in the link: whoever sends links could name a
 * credential and a server of his own.
 */
(function () {
  function value(item, name) {
    const field = item.querySelector('[name="_.' + name + '"]');
    return field === null ? "" : field.value.trim();
  }

  function address(item) {
    return value(item, "preset") || value(item, "url");
  }

  function rows(list) {
    return Array.from(list.querySelectorAll(".repeated-chunk:not(.to-be-removed)"));
  }

  function chain(list) {
    let text = "";
    let separator = "";
    rows(list).forEach((item) => {
      if (address(item) !== "") {
        text += separator + address(item);
        separator = value(item, "next") === "anyError" ? "|" : ",";
      }
    });
    return text;
  }

  function ofRow(item, isProxy) {
    return isProxy
      ? { goproxy: address(item), credentialsId: value(item, "credentialsId") }
      : { host: value(item, "host"), path: value(item, "path"), protocol: value(item, "protocol") === "ssh" || value(item, "sshUrl") !== "" ? "ssh" : "https" };
  }

  function open(link, given) {
    window.localStorage.setItem("go-module-connections", String(new URLSearchParams(given)));
    window.open(link.href, "_blank", "noopener");
  }

  function isProxies(list) {
    return list.dataset.fields.includes("preset");
  }

  Behaviour.specify(".go-modules-connections-link", "go-modules-connections-link", 0, (link) => {
    link.addEventListener("click", (event) => {
      const list = Array.from(document.querySelectorAll(".go-modules-list")).find(isProxies);
      const text = list === undefined ? "" : chain(list);
      if (text !== "") {
        event.preventDefault();
        open(link, { goproxy: text });
      }
    });
  });

  Behaviour.specify(".go-modules-list .repeated-chunk", "go-modules-connections-row", 0, (item) => {
    const link = document.querySelector(".go-modules-connections-link");
    const deletion = item.querySelector(".repeatable-delete");
    if (link === null || deletion === null || item.querySelector(".go-modules-connections-test") !== null) {
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "jenkins-button go-modules-connections-test";
    button.textContent = link.dataset.test;
    button.addEventListener("click", () => open(link, ofRow(item, isProxies(item.closest(".go-modules-list")))));
    deletion.before(button, " ");
  });
})();
