import { DurableObject } from 'cloudflare:workers'
import { INTERNAL_HEADERS, LiveEntry, LiveSaid, MAX_LIVE_CONNECTIONS, type LiveMessage, type LivePerson } from '@yeojeong/contracts'
import * as z from 'zod'

/** Times one page may say something, and how much at once: a name is all there is to say. */
const MAX_SAID = 20
const MAX_MESSAGE_CHARS = 500
/** RFC 6455 §7.4 and the range left to applications. */
const CLOSE = { policy: 1008, tooBig: 1009, removed: 4403 } as const

/** What survives hibernation, beside its socket. */
const Seat = LiveEntry.extend({ id: z.string(), name: z.string().nullable(), said: z.number().int() })
type Seat = z.infer<typeof Seat>

/**
 * One itinerary's room: whoever has the page open. It keeps nothing but its sockets, which hibernate: an open page that
 * hears nothing costs nothing. Who may come in is decided by whoever asks; the room closes on those who may no longer.
 */
export class ItineraryRoom<E = unknown> extends DurableObject<E> {
  constructor(ctx: DurableObjectState, env: E) {
    super(ctx, env)
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** A WebSocket upgrade with a `LiveEntry`; 429 when the room is full. */
  override async fetch(request: Request): Promise<Response> {
    const entry = LiveEntry.parse(JSON.parse(request.headers.get(INTERNAL_HEADERS.entry) ?? 'null'))
    if (this.#seats().length >= MAX_LIVE_CONNECTIONS) return new Response(null, { status: 429 })
    const { 0: client, 1: server } = new WebSocketPair()
    const same = this.#seats().find(({ seat }) => seat.userId === entry.userId)?.seat
    const seat: Seat = { ...entry, id: same?.id ?? crypto.randomUUID(), name: same?.name ?? null, said: 0 }
    this.ctx.acceptWebSocket(server)
    server.serializeAttachment(seat)
    send(server, { type: 'here', people: this.#people(), you: seat.id })
    this.#tellPeople(server)
    return new Response(null, { status: 101, webSocket: client })
  }

  /** There is a newer version to read, for the owner and these guests. */
  async changed(version: number, guestIds: readonly string[]): Promise<void> {
    await this.admit(guestIds)
    this.#toAll({ type: 'changed', version: z.number().int().positive().parse(version) })
  }

  /** Of guests only these may stay. */
  async admit(guestIds: readonly string[]): Promise<void> {
    const allowed = new Set(z.array(z.string()).parse(guestIds))
    const out = this.#seats().filter(({ seat }) => seat.role !== 'owner' && !allowed.has(seat.userId))
    for (const { socket } of out) socket.close(CLOSE.removed, 'no longer shared')
    if (out.length > 0) this.#tellPeople()
  }

  override async webSocketMessage(socket: WebSocket, text: string | ArrayBuffer): Promise<void> {
    const seat = seatOf(socket)
    if (seat === null) return
    if (typeof text !== 'string' || text.length > MAX_MESSAGE_CHARS) return socket.close(CLOSE.tooBig, 'too much at once')
    const said = LiveSaid.safeParse(jsonOf(text))
    if (!said.success || seat.said >= MAX_SAID) return socket.close(CLOSE.policy, 'not something to say here')
    for (const other of this.#seats()) {
      if (other.seat.userId !== seat.userId) continue
      const count = other.socket === socket ? seat.said + 1 : other.seat.said
      other.socket.serializeAttachment({ ...other.seat, name: said.data.name, said: count } satisfies Seat)
    }
    this.#tellPeople()
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    socket.close() // the other half of the closing handshake
    this.#tellPeople(socket)
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    this.#tellPeople(socket)
  }

  /** Open sockets of those who may be here at this moment; whose time is over is shown out. */
  #seats(): { socket: WebSocket; seat: Seat }[] {
    return this.ctx.getWebSockets().flatMap((socket) => {
      const seat = seatOf(socket)
      if (seat === null || socket.readyState !== WebSocket.OPEN) return []
      if (seat.until === null || seat.until > Date.now()) return [{ socket, seat }]
      socket.close(CLOSE.removed, 'no longer shared')
      return []
    })
  }

  /** People, not pages: two tabs are one. */
  #people(except?: WebSocket): LivePerson[] {
    const there = this.#seats().filter(({ socket }) => socket !== except)
    return [...new Map(there.map(({ seat: { id, name, role } }) => [id, { id, name, role }])).values()]
  }

  /** `about`: the socket that has just come (it has been told) or gone (it must not be counted). */
  #tellPeople(about?: WebSocket): void {
    const gone = about !== undefined && about.readyState !== WebSocket.OPEN
    this.#toAll({ type: 'here', people: this.#people(gone ? about : undefined), you: null }, about)
  }

  #toAll(message: LiveMessage, except?: WebSocket): void {
    for (const { socket } of this.#seats()) if (socket !== except) send(socket, message)
  }
}

function seatOf(socket: WebSocket): Seat | null {
  const seat = Seat.safeParse(socket.deserializeAttachment())
  return seat.success ? seat.data : null
}

function send(socket: WebSocket, message: LiveMessage): void {
  try {
    socket.send(JSON.stringify(message))
  } catch {
    // It has gone; its close event tells the others.
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
