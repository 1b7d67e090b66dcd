import type { ProposedBooking } from '@yeojeong/contracts'

export type Kind = ProposedBooking['booking']['kind'] | 'lodging'

/**
 * What an event is about, told by its words in the languages tickets come in; the first that fits. Flights before hotels
 * ("flight + hotel" confirmations fly at the hour they give), hotels before meals ("hotel, breakfast included").
 */
const SIGNS: readonly (readonly [Kind, RegExp])[] = [
  ['flight', /✈|\bflights?\b|\bfly(ing)?\b|항공편?|비행기?|탑승|航空|フライト|飛行機|航班|飞机|\b[A-Z]{3}\s?(→|->|–|-|to)\s?[A-Z]{3}\b/],
  ['train', /🚄|🚆|\btrains?\b|\brail(way)?\b|\b(KTX|SRT|ITX|TGV|Eurostar|Shinkansen|Amtrak)\b|기차|열차|新幹線|列車|特急|火车|高铁|动车/i],
  [
    'lodging',
    /\b(hotel|hostel|motel|inn|resort|ryokan|airbnb|lodging|accommodation|guest ?house|check-?in|check-?out|stay at)\b|호텔|숙소|숙박|펜션|게스트하우스|한옥스테이|체크인|체크아웃|ホテル|旅館|宿泊|酒店|宾馆|旅馆|民宿|住宿/i,
  ],
  [
    'restaurant',
    /🍽|\b(restaurant|dinner|lunch|brunch|breakfast|table for|bistro|café|cafe)\b|레스토랑|식당|맛집|점심|저녁 ?식사|만찬|レストラン|食堂|ランチ|ディナー|餐厅|餐馆|午餐|晚餐/i,
  ],
  [
    'ticket',
    /🎫|🎟|\b(tickets?|admission|concert|show|musical|theat(re|er)|museum|exhibition|tour|match|game|park|palace)\b|입장권|티켓|예매|공연|전시|콘서트|뮤지컬|투어|경기|チケット|公演|展覧会|ツアー|入場|门票|演出|音乐会|展览/i,
  ],
]

/** `overNight`: without a night it is no lodging, whatever it says. */
export function kindOf(words: string, overNight: boolean): Kind {
  return SIGNS.find(([kind, sign]) => (kind !== 'lodging' || overNight) && sign.test(words))?.[0] ?? 'other'
}
