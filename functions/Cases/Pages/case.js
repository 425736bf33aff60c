// Counts what the words for the customer cost as an SMS while somebody types. Without it the page shows the cost before it sends.
(() => {
  'use strict';
  // GSM 7-bit, 3GPP TS 23.038, 6.2.1; the same tables as Channels/Sms/SmsSegments.cs, held together by a test.
  const basic = new Set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
  const extension = new Set('\f^{}\\[~]|€');

  function segmentsOf(text) {
    const characters = [...text];
    const gsm = characters.every(c => basic.has(c) || extension.has(c));
    const widths = characters.map(c => gsm ? (extension.has(c) ? 2 : 1) : c.length);
    const units = widths.reduce((sum, width) => sum + width, 0);
    const [single, part] = gsm ? [160, 153] : [70, 67];
    if (units <= single) return { units, count: 1, gsm };
    let count = 1, used = 0;
    for (const width of widths) {
      if (used + width > part) { count++; used = 0; }
      used += width;
    }
    return { units, count, gsm };
  }

  for (const field of document.querySelectorAll('textarea[data-sms-prefix]')) {
    const told = document.getElementById(field.id + '-hint')?.querySelector('[data-count]');
    if (!told) continue;
    const show = () => {
      // The form trims, and sends line breaks as CR LF.
      const words = field.value.trim().replace(/\r?\n/g, '\r\n');
      const { units, count, gsm } = segmentsOf(field.dataset.smsPrefix + words);
      told.textContent = words === '' ? '' : `Now: ${units} characters, ${count} ${count === 1 ? 'segment' : 'segments'} of SMS.` + (gsm || count === 1 ? '' : ' Letters outside the SMS alphabet make it dearer.');
    };
    field.addEventListener('input', show);
    show();
  }
})();
