import { type PaperProblem, pageList } from '../papers.ts';

const list = (pages: readonly number[]) => `第 ${pageList(pages, '–', '、')} 页`;

/** 合同 PDF 的问题。 */
export const paperProblems: PaperProblem = {
  'pdf-form': (d) => ({
    message: {
      folder: '这是文件夹，不是 PDF 文件。',
      device: '这不是普通文件，而是管道或设备。',
      empty: '文件没有内容（0 字节）。',
      other: '这不是 PDF 文件：文件开头不对。',
      damaged: `PDF 已损坏或不完整，无法打开${d.detail ? `：${d.detail}` : '。'}`,
      locked: 'PDF 设有打开密码。',
    }[d.fault],
    help: {
      folder: '请指定 PDF 文件本身。',
      device: '请先存成文件，再指定该文件。',
      empty: '请重新复制或下载。',
      other: '请在原来的软件里把合同另存为 PDF；照片请先转成 PDF。',
      damaged: '请重新复制或下载；如果阅读器还能打开，请在阅读器里打印成新的 PDF。',
      locked: '请在阅读器里输入密码打开，另存为不带密码的文件，再指定该文件。',
    }[d.fault],
  }),
  'pdf-size': (d) => ({
    message:
      d.of === 'pages'
        ? `PDF 有 ${d.found} 页，最多读取 ${d.most} 页。`
        : `文件有 ${d.found} MB，最多读取 ${d.most} MB。`,
    help: d.of === 'pages' ? '请把合同所在的页另存为一个 PDF。' : '请只保留合同所在的页，或用黑白、300 dpi 重新扫描。',
  }),
  'pdf-no-text': (d) => ({
    message: d.ocr
      ? `${d.pages} 页都没有文字，图像里也没有识别出文字。`
      : `${d.pages} 页都没有文字：是扫描件，或 PDF 是空的。`,
    help: d.ocr ? '请检查页面是否端正、清晰；灰度 300 dpi 最好。' : '请加上 --ocr，从图像识别文字。',
  }),
  'pdf-blank-pages': (d) => ({
    message: `${list(d.pages)}（共 ${d.of} 页）没有文字${d.ocr ? '，图像里也没有识别出文字' : ''}，草稿缺少这些页的内容。`,
    help: d.ocr ? '请对照原件查看，把其中的约定手工补上。' : '请对照原件查看；如果是扫描页，请加上 --ocr。',
  }),
  'pdf-ocr-pages': (d) => ({
    message: `${list(d.pages)}（共 ${d.of} 页）由图像识别，个别字和数字可能有误，勾选框无法分辨是否勾选。`,
    help: '请对照原件逐一核对这些页上的数字、名称和勾选框。',
  }),
  'pdf-page-damaged': (d) => ({
    message: `第 ${d.page} 页无法读取：${d.detail}`,
    help: '请对照原件查看，把其中的约定手工补上；在阅读器里打印成新的 PDF 也许可以修复。',
  }),
  'ocr-missing': (d) => ({
    message: `识别图像需要的软件包没有安装：${d.packages.join('、')}。`,
    help: `安装一次即可：npm install --no-save ${d.packages.join(' ')}`,
  }),
  'ocr-failed': (d) => ({
    message: `第 ${d.page} 页的图像无法识别：${d.detail}`,
    help: '请再试一次；仍然不行时请重新扫描该页。',
  }),
};
