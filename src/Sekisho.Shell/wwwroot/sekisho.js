// Optional help for keyboard users. Every page works without this file.
(() => {
  const go = { h: '/', b: '/conformity', a: '/assets', m: '/mail/held', i: '/incidents', l: '/logs' };
  let armed = 0;
  const closeMenus = (focus) => {
    for (const menu of document.querySelectorAll('details.dd[open]')) {
      menu.open = false;
      if (focus) menu.querySelector('summary').focus();
    }
  };
  addEventListener('keydown', (e) => {
    if (e.key === 'Escape') {
      closeMenus(true);
      if (e.target.id === 'q') e.target.blur();
      return;
    }
    if (e.isComposing || e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
    if (e.key === '/') {
      e.preventDefault();
      document.getElementById('q')?.focus();
    } else if (e.key === '?') location.href = '/help/keys';
    else if (e.key === 'g') armed = e.timeStamp;
    else if (armed > 0 && e.timeStamp - armed < 1200 && go[e.key] && document.querySelector(`.nav a[href="${go[e.key]}"]`)) location.href = go[e.key];
    else {
      // What has the focus answers to Enter itself.
      const to = e.key === 'Enter' && e.target !== document.body && e.target.id !== 'main' ? null : document.querySelector(`[data-key="${CSS.escape(e.key)}"]`);
      if (!to) return;
      e.preventDefault();
      to.click();
      if (to.tagName === 'SUMMARY') (to.parentElement.querySelector('input:checked') ?? to.parentElement.querySelector('input:not([type=hidden]), select, textarea'))?.focus();
    }
  });
  addEventListener('click', (e) => {
    for (const menu of document.querySelectorAll('details.dd[open]')) if (!menu.contains(e.target)) menu.open = false;
    if (e.target.closest('[data-print]')) print();
  });
  document.getElementById('wrong')?.focus();
})();
