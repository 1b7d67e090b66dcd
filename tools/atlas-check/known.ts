/** Disagreements somebody has looked at and settled against the reference: place → file of the row → why. */
export const SETTLED: { readonly [placeId: string]: { readonly [file: string]: string } } = {
  'plc_seoul_national-palace-museum': {
    'kr-museums-hours.csv':
      'the rows are of 2024; since 1 March 2026 open 09:30-17:30 and closed on the last Monday of the month (Yonhap, YTN, 19 February 2026)',
  },
  'plc_seoul_national-museum-of-korea': {
    'kr-museums-hours.csv': 'the rows are of 2024; since 16 March 2026 open 09:30-17:30 (Asia Economy, 19 February 2026)',
  },
  plc_seoul_hanilkwan: { 'seoul-korean-restaurants.csv': 'the row is the branch in Gugi-dong (Bibong-gil 45), ours the one in Apgujeong' },
  'plc_seoul_mokmyeok-sanbang': {
    'seoul-korean-restaurants.csv': 'the row is its former house on Namsan (Namsangongwon-gil 627); it has moved to Toegye-ro 20-gil',
  },
  'plc_seoul_bukhansan-fortress-valley': {
    'seoul-destinations-100.csv': 'the row is one point for the whole national park, ours the trail that starts at its north-west gate',
  },
  'plc_jeju_camellia-hill': {
    'kr-museums-hours.csv':
      'the rows end with the last ticket of winter (17:00); the garden itself closes at 18:00, later from March to October',
  },
}
