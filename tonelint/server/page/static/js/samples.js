// Sample letters in both languages. The letters are invented; so are their senders.

export const SAMPLES = {
  ru: [
    {
      title: "курс",
      subject: "Осталось 2 места! Успейте, пока не поздно",
      preheader: "Цена вырастет сегодня в полночь",
      body: `Здравствуйте, {{имя}}!

Мы заметили, что вчера вечером вы смотрели курс «Чашка с нуля», но так и не записались.

Осталось всего 2 места в группе. Пока вы думаете, другие уже занимают ваши места. Не пропустите, потом будете жалеть!

Нам доверяют тысячи учеников, а наша уникальная методика даёт гарантированный результат.

Занятия идут по субботам с 11 до 14, все материалы входят в стоимость 6 900 ₽.

Чтобы отписаться, позвоните нам по будням с 10 до 12.

Мария, мастерская «Глина»`,
    },
    {
      title: "уход",
      subject: "Неужели вы нас бросаете?",
      preheader: "",
      body: `Добрый день!

Надеюсь, это письмо застало вас в добром здравии. После всего, что мы для вас сделали, вы просто уходите?

Последнее предупреждение: ваш аккаунт будет удалён, а 1 200 баллов сгорят, если не купите сегодня.

Умные хозяева давно поняли, что экономить на себе глупо.

Команда «Полки»`,
    },
    {
      title: "спокойное",
      subject: "Тариф «Домашний» с 1 января",
      preheader: "Было 300 ₽ в месяц, станет 340 ₽",
      body: `Ольга, здравствуйте!

С 1 января 2027 года тариф «Домашний» стоит 340 ₽ в месяц вместо 300 ₽. По новой цене спишем 9 января.

Если новая цена не подходит, тариф можно отменить в разделе «Настройки», подойдёт любой день до 9 января. Ваши записи останутся доступны для чтения.

В октябре вы спрашивали, можно ли получать счёт на другой адрес. Теперь можно: поле находится рядом с реквизитами.

Нина Петрова, nina@shelf.example`,
    },
  ],
  en: [
    {
      title: "course",
      subject: "Only 2 seats left! Hurry before it's too late",
      preheader: "The price goes up at midnight",
      body: `Hi {{first_name}},

We noticed that you were looking at the sourdough course last night, and you still haven't signed up.

Only 2 seats left in the group. While you are thinking, others are taking your place. Don't miss out, you will regret it later!

Thousands of bakers trust us, and our revolutionary method gives guaranteed results.

Classes are on Saturdays from 11 to 2, flour and tins are included in the £69.

To unsubscribe, call us on weekdays between 10 and 12.

Tom, Loafly`,
    },
    {
      title: "goodbye",
      subject: "Was it something we said?",
      preheader: "",
      body: `Hello,

I hope this email finds you well. After everything we have done for you, are you really giving up on us?

Final warning: your account will be deleted, and everything you have saved will be lost forever unless you act now.

Smart bakers already know what they are missing.

The Loafly team`,
    },
    {
      title: "a calm one",
      subject: "Your plan from 1 January",
      preheader: "It was $12 a month, it will be $14",
      body: `Hello Sam,

On 1 January 2027 the Baker plan goes from $12 to $14 a month. Your next payment at the new price is on 9 January.

If the new price does not suit you, you can cancel in Settings, Billing. Your recipes stay readable either way.

In October you asked whether invoices could show your VAT number. They do now; the field is under Billing details.

Nina Petrova, nina@loafly.example`,
    },
  ],
};
