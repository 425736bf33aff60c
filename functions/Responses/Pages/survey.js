// Saves answers as they are given. Without this file the page works by its send button alone.
(function () {
  'use strict';
  var form = document.getElementById('survey');
  if (!form || !window.fetch || !window.Promise) return;
  var prefix = 'a-';
  var status = document.getElementById('status');
  var alertBox = document.getElementById('not-saved');
  var button = form.querySelector('button[type=submit]');
  var queue = Promise.resolve();
  var lastSaved = '';
  var sending = false;

  function answers() {
    var given = {};
    Array.prototype.forEach.call(form.elements, function (field) {
      if (!field.name || field.name.indexOf(prefix) !== 0) return;
      if (field.type === 'radio' ? field.checked : field.value.trim()) given[field.name.slice(prefix.length)] = field.value;
    });
    return given;
  }

  function post(complete) {
    return fetch(form.action, {
      method: 'POST',
      keepalive: true, // who changes the language or leaves does not take the last save with them
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ answers: answers(), complete: complete, lang: form.elements.lang.value })
    });
  }

  function say(text) { status.textContent = text; }

  // One save at a time, in order: a late one never overtakes a newer one.
  function save() {
    queue = queue.then(function () {
      var now = JSON.stringify(answers());
      if (sending || now === lastSaved || now === '{}') return;
      say(form.dataset.saving);
      return post(false).then(function (response) {
        if (response.ok) lastSaved = now;
        say(response.ok ? form.dataset.saved : form.dataset.notSaved);
      }, function () { say(form.dataset.notSaved); });
    });
  }

  function failed() {
    sending = false;
    button.removeAttribute('aria-disabled');
    say('');
    alertBox.hidden = false;
    alertBox.focus();
  }

  form.addEventListener('change', save);

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (sending) return;
    sending = true;
    button.setAttribute('aria-disabled', 'true');
    alertBox.hidden = true;
    say(form.dataset.saving);
    queue = queue.then(function () {
      return post(true).then(function (response) {
        if (response.status >= 500) return failed();
        if (!response.ok) return form.submit(); // the server says on a page what is wrong
        return response.json().then(function (receipt) {
          if (!receipt.complete) return form.submit();
          location.replace(location.pathname + '?sent&lang=' + form.elements.lang.value);
        });
      }, failed);
    });
  });

  Array.prototype.forEach.call(document.querySelectorAll('[data-count]'), function (counter) {
    var field = document.getElementById(counter.dataset.count);
    function count() { counter.textContent = counter.dataset.left.replace('{0}', field.maxLength - field.value.length); }
    field.addEventListener('input', count);
    if (field.value) count();
  });

  var summary = document.getElementById('summary') || (alertBox.hidden ? null : alertBox);
  if (summary) summary.focus();
})();
