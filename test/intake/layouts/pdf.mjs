import { deflateSync } from 'node:zlib';

const hex = (text) => Buffer.from(text, 'utf16le').swap16().toString('hex');

const streamOf = (about, content) => `<< /Length ${content.length} ${about} >>\nstream\n${content}\nendstream`;

const drawn = (one) => {
  if (one.box) return `${one.box.map((n) => n.toFixed(2)).join(' ')} re S`;
  if (one.picture) return 'q 595 0 0 842 0 0 cm /P1 Do Q';
  return `BT /F1 ${one.size} Tf 1 0 0 1 ${one.x.toFixed(2)} ${one.y.toFixed(2)} Tm <${hex(one.text)}> Tj ET`;
};

/**
 * A PDF of A4 pages with texts ({ text, x, y, size }), boxes ({ box: [x, y, width, height] }), in points from the lower left
 * corner, or a picture ({ picture: { jpeg, width, height } }) that fills the page. Its one font, a Chinese one, is named and not
 * in the file.
 */
export function pdfOf(pages) {
  const objects = [];
  const add = (content) => objects.push(content);
  const first = 6;
  const kids = pages.map((_, i) => `${first + 3 * i} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>');
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 /W [1 [500] 2 95 500 814 939 500]' +
      ' /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880' +
      ' /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  for (const [i, page] of pages.entries()) {
    const at = first + 3 * i;
    const { picture } = page.find((one) => one.picture) ?? {};
    const resources = `<< /Font << /F1 3 0 R >>${picture ? ` /XObject << /P1 ${at + 2} 0 R >>` : ''} >>`;
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${at + 1} 0 R >>`);
    const drawing = deflateSync(page.map(drawn).join('\n')).toString('latin1');
    add(streamOf('/Filter /FlateDecode', drawing));
    add(
      picture
        ? streamOf(
            `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
            picture.jpeg.toString('latin1'),
          )
        : 'null',
    );
  }
  let file = '%PDF-1.5\n';
  const places = objects.map((content, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${content}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
