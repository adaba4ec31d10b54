/**
 * Radicals of "CJK Radicals Supplement" with the ideograph that is drawn alike. Unicode gives these no compatibility form
 * (as it does the Kangxi radicals), so NFKC leaves them. The list is what Unicode's root collation holds to be one letter,
 * with the simplified form where a Chinese font draws that.
 */
const pairs =
  '⺀丶⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹' +
  '⺰纟⺱罓⺲罒⺳罓⺴罓⺵罒⺶羊⺷羊⺸羋⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣' +
  '⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭齒⻮齿⻯竜⻰龙⻱龜⻲龜⻳龟';

/** What NFKC makes of a Kangxi radical where fonts draw another character: 戶 for ⼾, which Chinese fonts draw as 户. */
const otherwise = '⼾户';

const ideographs = new Map(
  [...(pairs + otherwise).matchAll(/(.)(.)/gu)].map(([, radical = '', ideograph = '']) => [radical, ideograph]),
);

/** The ideograph that fonts draw for a radical (方 for ⽅, 见 for ⻅); any other character as NFKC has it. */
export const ideographOf = (one: string): string => ideographs.get(one) ?? one.normalize('NFKC');
