/** Disagreements somebody has looked at and settled against the reference: place → file of the row → why. */
export const SETTLED: { readonly [placeId: string]: { readonly [file: string]: string } } = {
  'plc_seoul_hanilkwan': { 'seoul-korean-restaurants.csv': 'the row is the branch in Gugi-dong (Bibong-gil 45), ours the one in Apgujeong' },
  'plc_seoul_mokmyeok-sanbang': {
    'seoul-korean-restaurants.csv': 'the row is its former house on Namsan (Namsangongwon-gil 627); it has moved to Toegye-ro 20-gil',
  },
  'plc_seoul_bukhansan-fortress-valley': {
    'seoul-destinations-100.csv': 'the row is one point for the whole national park, ours the trail that starts at its north-west gate',
  },
}
