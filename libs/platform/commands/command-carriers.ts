import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Command } from '@nestjs/cqrs';
import type { AnyCommand, AnyEvent, Asked, Receipt, Stream } from '#kernel';

type BusMessage<Message> = new (command: Message, expectedVersion?: number) => Command<Receipt>;

/** Which bus message carries the commands of a category. */
export type Carrier = { readonly category: string; readonly message: BusMessage<Asked<AnyCommand>> };

export const carriedBy = <State, Place extends string, Message extends AnyCommand, Event extends AnyEvent>(
  { decider: { category } }: Stream<State, Place, Message, Event>,
  message: BusMessage<Asked<Message>>,
): Carrier => ({ category, message: message as unknown as Carrier['message'] });

/** Sends commands to whom knows only their category: timers, the installer. The decider judges them as everybody's. */
@Injectable()
export class CommandCarriers {
  private readonly messages = new Map<string, Carrier['message']>();

  constructor(private readonly bus: CommandBus) {}

  add(carriers: readonly Carrier[]): void {
    for (const { category, message } of carriers) this.messages.set(category, message);
  }

  async send(category: string, command: Asked<AnyCommand>, expectedVersion?: number): Promise<Receipt> {
    const Message = this.messages.get(category);
    if (Message === undefined) throw new Error(`No bus message carries the commands of ${category} streams.`);
    return this.bus.execute(new Message(command, expectedVersion));
  }
}
