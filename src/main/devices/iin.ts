// Who issues licences, by the issuer number every card carries (AAMVA's list of 2023-12-29; 990876 is Alberta's old one). Data.
export type Country = 'US' | 'CA' | 'MX'
export type Issuer = { readonly code: string; readonly country: Country }

const us = `636000 VA 636001 NY 636002 MA 636003 MD 636004 NC 636005 SC 636006 CT 636007 LA 636008 MT 636009 NM 636010 FL 636011 DE 636014 CA 636015 TX
  636018 IA 636019 GU 636020 CO 636021 AR 636022 KS 636023 OH 636024 VT 636025 PA 636026 AZ 636027 DS 636029 OR 636030 MO 636031 WI 636032 MI 636033 AL
  636034 ND 636035 IL 636036 NJ 636037 IN 636038 MN 636039 NH 636040 UT 636041 ME 636042 SD 636043 DC 636045 WA 636046 KY 636047 HI 636049 NV 636050 ID
  636051 MS 636052 RI 636053 TN 636054 NE 636055 GA 636058 OK 636059 AK 636060 WY 636061 WV 636062 VI 604427 AS 604430 MP 604431 PR`
const ca = `604426 PE 604428 QC 604429 YT 604432 AB 604433 NU 604434 NT 636012 ON 636013 NS 636016 NL 636017 NB 636028 BC 636044 SK 636048 MB 990876 AB`
const mx = '636056 CU 636057 HL'

const pairs = (list: string, country: Country): [string, Issuer][] =>
  Array.from(list.matchAll(/(\d{6}) ([A-Z]{2})/g), ([, iin = '', code = '']) => [iin, { code, country }])
const byNumber: ReadonlyMap<string, Issuer> = new Map([...pairs(us, 'US'), ...pairs(ca, 'CA'), ...pairs(mx, 'MX')])
const byCode: ReadonlyMap<string, Issuer> = new Map([...byNumber.values()].map((issuer) => [issuer.code, issuer]))

/** The issuer of a six-digit number, or undefined: an unknown one is a warning, never a refusal. */
export const issuerOf = (iin: string): Issuer | undefined => byNumber.get(iin)
/** The same by the two letters of a state, province or territory. */
export const issuerCalled = (code: string): Issuer | undefined => byCode.get(code)
